import type { Context } from "@medusajs/framework/types"
import type { GroupOperationDTO } from "../../../types"
import type { Environment } from "../criteria"
import { type LookedAt, lookedAt } from "../evaluation/looked-at"
import { listWaitingForFacts } from "../evaluation/waiting-for-facts"
import type { ChangedData, PendingCustomer, PendingCustomersRepository } from "../repositories/pending-customers"
import { type BatchDependencies, evaluateCustomers } from "./evaluate-customers"

export interface PendingDependencies extends BatchDependencies {
  pendingCustomersRepository: PendingCustomersRepository
}

/** What a batch did. */
export interface PendingEvaluation {
  /** Customers who were taken. */
  customers: number
  operations: GroupOperationDTO[]
}

/** Customers and groups that are marked, sorted by what is to be done with them. */
interface Work {
  /** Everything that was marked of a customer, for all groups. */
  customers: Map<string, Set<ChangedData>>
  /** Which orders of a customer have changed, where that is known of all of them. */
  orders: Map<string, string[]>
  /** Customers that only one group is meant for, by group. */
  ofGroups: Map<string, string[]>
  /** Groups that are to be evaluated whole. */
  groupIds: Set<string>
}

/** Seconds after which customers are looked at again for a group that was busy: about as long as large ones take. */
const BUSY_WAIT = 2
/** Ranks are worked out over everybody, so not with each order. */
const RANKED_WAIT = 300

/**
 * Evaluates customers who were taken from the queue, within the transaction that took them: their statistics are brought
 * up to date, then their groups. What cannot be done now goes back to the queue.
 */
export const evaluatePending = async (
  dependencies: PendingDependencies,
  taken: readonly PendingCustomer[],
  environment: Environment,
  context: Context,
): Promise<PendingEvaluation> => {
  const { criteriaRepository, statisticsRepository } = dependencies
  const work = sorted(taken)
  const ordered = [...work.customers].filter(([, what]) => what.has("orders")).map(([id]) => id)
  await refreshOrders(statisticsRepository, ordered, work.orders, context)

  const looked = lookedAt(await criteriaRepository.list(context))
  const changed = [...work.customers].filter(([, what]) => [...what].some((each) => looked.has(each)))
  const waiting = ordered.length ? await listWaitingForFacts(dependencies, context) : []
  const operations: GroupOperationDTO[] = []
  const evaluate = async (customerIds: string[], groupIds?: string[]) => {
    const done = await evaluateCustomers(
      dependencies,
      { customer_ids: customerIds, group_ids: groupIds },
      environment,
      context,
    )
    operations.push(...done.operations)
    for (const { group_id, customer_ids } of done.busy)
      await dependencies.pendingCustomersRepository.putBack(
        { customer_ids, group_ids: [group_id], what: "groups", afterSeconds: BUSY_WAIT },
        context,
      )
  }
  if (changed.length) await evaluate(changed.map(([id]) => id))
  // Together, though not each is meant for each: a statement for all is cheaper than one a group.
  if (work.ofGroups.size) await evaluate([...new Set([...work.ofGroups.values()].flat())], [...work.ofGroups.keys()])

  await makeDue(dependencies, [...work.groupIds, ...waiting], 0, context)
  await makeDue(dependencies, rankedAmong(looked, work, operations), RANKED_WAIT, context)
  return { customers: work.customers.size, operations }
}

/** Counts the orders that have changed anew, or all of a customer's where it is not known which. */
const refreshOrders = async (
  statistics: PendingDependencies["statisticsRepository"],
  customerIds: string[],
  orders: Work["orders"],
  context: Context,
): Promise<void> => {
  const [known, unknown] = [customerIds.filter((id) => orders.has(id)), customerIds.filter((id) => !orders.has(id))]
  await statistics.refresh(unknown, context)
  await statistics.refreshOrders([...new Set(known.flatMap((id) => orders.get(id)!))], known, context)
}

/** Who is marked for all groups needs no mark for a single one. */
const sorted = (taken: readonly PendingCustomer[]): Work => {
  const work: Work = { customers: new Map(), orders: new Map(), ofGroups: new Map(), groupIds: new Set() }
  for (const { customer_id, group_id, what, order_ids } of taken) {
    if (customer_id === null || group_id !== null) continue
    work.customers.set(customer_id, new Set(what))
    if (order_ids) work.orders.set(customer_id, order_ids)
  }
  for (const { customer_id, group_id } of taken) {
    if (group_id === null) continue
    if (customer_id === null) work.groupIds.add(group_id)
    else if (!work.customers.has(customer_id))
      work.ofGroups.set(group_id, [...(work.ofGroups.get(group_id) ?? []), customer_id])
  }
  return work
}

/** Single customers are never evaluated for ranked groups; these are evaluated whole when what they look at has changed. */
const rankedAmong = (looked: LookedAt, { customers }: Work, operations: GroupOperationDTO[]): string[] => {
  const changed = new Set([...customers.values()].flatMap((what) => [...what]))
  const moved = operations.flatMap(({ group_id }) => (group_id ? [group_id] : []))
  return looked.ranked(changed, moved)
}

/**
 * A group that is being evaluated, or that somebody is writing to, stays on the queue: its evaluation may have read
 * before the change, and will say at its end when the next one is due.
 */
const makeDue = async (
  { criteriaRepository, locksRepository, pendingCustomersRepository }: PendingDependencies,
  groupIds: string[],
  afterSeconds: number,
  context: Context,
): Promise<void> => {
  if (!groupIds.length) return
  const busy = await locksRepository.shareEvaluations([...groupIds].sort(), context)
  const free = groupIds.filter((id) => !busy.includes(id))
  const locked = await criteriaRepository.makeDue(free, afterSeconds, context)
  await pendingCustomersRepository.markGroups([...busy, ...locked], "groups", BUSY_WAIT, context)
}
