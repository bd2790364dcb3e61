import type { Heard } from "../machines/heard"
import { type Aftermath, type Check, problemIf } from "./check"

/** A change as the log has it. */
interface Logged {
  id: string
  outbox_id: string
  group_id: string
  customer_id: string
  change: "joined" | "left"
  operation_id: string | null
  reason: string | null
}

/** What one statement moved. */
interface Statement extends Pick<Logged, "group_id" | "operation_id" | "reason"> {
  joined: number
  left: number
}

const MEMBERS_CHANGED = "customer-groups.members-changed"

/** The id by which listeners drop a repeat. */
const idOf = ({ name, data }: Heard): string => `${name} ${name === MEMBERS_CHANGED ? data.id : data.change_id}`

const eventOf = ({ change, id }: Logged) => `customer-groups.customer-${change} ${id}`

/** Joins and leaves that others must hear of: not those of an operation that failed and was taken back. */
const changesToTell = async ({ app }: Aftermath): Promise<Logged[]> => {
  const { rows } = await app.db.query(
    `select change.id::text, change.outbox_id::text, change.group_id, change.customer_id, change.change,
       change.operation_id, operation.reason
     from customer_group_membership_change change
     left join customer_group_operation operation on operation.id = change.operation_id
     where change.change in ('joined', 'left') and (operation.id is null or operation.status = 'succeeded')
     order by change.id`,
  )
  return rows
}

const noneGivenUp: Check = {
  name: "the bus has given up no event",
  problemOf: async ({ givenUp }) => problemIf(givenUp),
}

const toldAsAWhole: Check = {
  name: "every statement that moved members was told as a whole, with how many",
  problemOf: async (aftermath) => {
    const told = new Map(aftermath.heard.map((heard) => [idOf(heard), heard.data]))
    const statements = new Map<string, Statement>()
    for (const { outbox_id, group_id, change, operation_id, reason } of await changesToTell(aftermath)) {
      const statement = statements.get(outbox_id) ?? { group_id, operation_id, reason, joined: 0, left: 0 }
      statement[change] += 1
      statements.set(outbox_id, statement)
    }
    const isTold = ([id, { group_id, joined, left }]: [string, Statement]) => {
      const data = told.get(`${MEMBERS_CHANGED} ${id}`)
      return data?.group_id === group_id && data.joined === joined && data.left === left
    }
    return problemIf([...statements].filter((statement) => !isTold(statement)))
  },
}

const toldToEach: Check = {
  name: "every join and leave was told, but for those by an edit of criteria",
  problemOf: async (aftermath) => {
    const told = new Set(aftermath.heard.map(idOf))
    const changes = await changesToTell(aftermath)
    const missing = changes.filter((change) => change.reason !== "criteria_changed" && !told.has(eventOf(change)))
    return problemIf(missing) ?? (changes.length ? undefined : "nobody moved")
  },
}

const sameAgain: Check = {
  name: "an event that is told again is the same",
  problemOf: async ({ heard }) => {
    const known = new Map<string, string>()
    return problemIf(
      heard.filter((event) => {
        const data = JSON.stringify(event.data)
        const before = known.get(idOf(event)) ?? data
        known.set(idOf(event), before)
        return before !== data
      }),
    )
  },
}

const asLogged: Check = {
  name: "every event tells a change of the log",
  problemOf: async ({ app, heard }) => {
    const { rows } = await app.db.query(
      `select id::text, outbox_id::text, group_id, customer_id, change, operation_id
       from customer_group_membership_change`,
    )
    const changes = new Map((rows as Logged[]).map((change) => [eventOf(change), change]))
    const statements = new Set((rows as Logged[]).map(({ outbox_id }) => outbox_id))
    const isTrue = (event: Heard) => {
      if (event.name === MEMBERS_CHANGED) return statements.has(String(event.data.id))
      const change = changes.get(idOf(event))
      return (["group_id", "customer_id", "operation_id"] as const).every((key) => event.data[key] === change?.[key])
    }
    return problemIf(heard.filter((event) => !isTrue(event)))
  },
}

/** Workers hear side by side: what counts is when each change was first handed to the bus. */
const inOrder: Check = {
  name: "changes of a group were told in their order",
  problemOf: async (aftermath) => {
    const firstToldAt = new Map<string, string>()
    for (const event of aftermath.heard) {
      const known = firstToldAt.get(idOf(event))
      if (!known || event.publishedAt < known) firstToldAt.set(idOf(event), event.publishedAt)
    }
    const latest = new Map<string, { id: string; at: string }>()
    const wrong: string[] = []
    for (const change of await changesToTell(aftermath)) {
      const at = firstToldAt.get(eventOf(change))
      if (!at) continue
      const before = latest.get(change.group_id)
      if (before && at < before.at) wrong.push(`${change.id} at ${at}, ${before.id} at ${before.at}`)
      else latest.set(change.group_id, { id: change.id, at })
    }
    return problemIf(wrong)
  },
}

export const events: Check[] = [noneGivenUp, toldAsAWhole, toldToEach, sameAgain, asLogged, inOrder]
