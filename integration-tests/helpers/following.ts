import { api, db } from "./http"
import { anAutomaticGroup } from "./shop"

/** Groups that follow the shop of a running store: who is in before something happens, and soon after. */

/** Milliseconds in which a change must have come to the groups. What its events miss is found a minute later. */
const SOON = 15_000
const DEADLINE = 20_000

/** A customer whom only their e-mail is known of is none before they exist. */
export type Who = { id: string } | { email: string }

type Group = { id: string }

/** A group with criteria, filled with who matches now. */
export const groupOf = (...conditions: object[]): Promise<Group> => anAutomaticGroup({ all: conditions })

const sameAs = (who: Who) => (member: { id: string; email: string }) =>
  "id" in who ? member.id === who.id : member.email === who.email

const areIn = async (group: Group, customers: readonly Who[]): Promise<boolean[]> => {
  const { data } = await api("GET", `/admin/customer-groups/${group.id}/members?limit=100`)
  return customers.map((who) => data.members.some(sameAs(who)))
}

/** Asks again and again until an answer is the wanted one, or time is up. Answers the last, and how long it took. */
export const waitFor = async <T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
  deadline = DEADLINE,
): Promise<{ answer: T; waited: number }> => {
  const begin = Date.now()
  for (;;) {
    const answer = await ask()
    const waited = Date.now() - begin
    if (isWanted(answer) || waited > deadline) return { answer, waited }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const isBusy = async (): Promise<boolean> => {
  const { rows } = await db.query(
    `select exists (
       select from customer_group_pending_customer where due_at < now() + interval '10 seconds'
     ) as is_busy`,
  )
  return rows[0].is_busy
}

/**
 * Waits until what has happened so far is evaluated, then takes away the net under it: the marks that the database makes
 * for a minute later. From here on only events can tell of a change in time.
 */
export const settle = async (): Promise<void> => {
  let quiet = 0
  await waitFor(isBusy, (busy) => (quiet = busy ? 0 : quiet + 1) >= 3)
  await db.query("delete from customer_group_pending_customer")
}

interface Moves {
  joins?: Who[]
  leaves?: Who[]
  /** Milliseconds, where a change is gathered with others first. */
  within?: number
}

/** Holds that something that happens in the shop brings these customers into a group, and those out of it, soon. */
export const expectMoves = async (
  group: Group,
  { joins = [], leaves = [], within = SOON }: Moves,
  happens: () => Promise<unknown>,
): Promise<void> => {
  const customers = [...joins, ...leaves]
  const before = customers.map((who) => leaves.includes(who))
  const after = before.map((isIn) => !isIn)
  const is = (wanted: boolean[]) => (found: boolean[]) => String(found) === String(wanted)

  await waitFor(() => areIn(group, customers), is(before))
  await settle()
  expect({ before: await areIn(group, customers) }).toEqual({ before })

  await happens()

  const { answer, waited } = await waitFor(() => areIn(group, customers), is(after), Math.max(within, DEADLINE))
  expect({ after: answer, isSoon: waited < within }).toEqual({ after, isSoon: true })
}

export const expectToJoin = (group: Group, who: Who, happens: () => Promise<unknown>) =>
  expectMoves(group, { joins: [who] }, happens)

export const expectToLeave = (group: Group, who: Who, happens: () => Promise<unknown>) =>
  expectMoves(group, { leaves: [who] }, happens)
