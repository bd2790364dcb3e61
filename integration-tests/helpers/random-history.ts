import { Readable } from "node:stream"
import { readRows } from "../../src/files"
import type { GroupOperationDTO } from "../../src/types"
import { COMBINE_WAYS } from "../../src/types/http/combinations"
import { importMembersWorkflow, updateGroupWorkflow } from "../../src/workflows"
import { Random } from "../criteria/random"
import { aCustomer, aGroup, named } from "./fixtures"
import { setCriteria } from "./history"
import type { ModuleApp } from "./module-app"

const NAMES = ["Anna", "Ben", "Carl"]

/** A shop in which things happen to two groups. */
export interface GroupsWithAHistory {
  groups: { id: string }[]
  customers: { id: string }[]
  random: Random
}

export const groupsWithAHistory = async (app: ModuleApp, seed: number): Promise<GroupsWithAHistory> => {
  const random = new Random(seed)
  const customers = []
  for (let count = 0; count < 9; count++) {
    const account = { first_name: random.pick(NAMES), has_account: random.percent(50) }
    customers.push(await aCustomer(app, account))
  }
  return { groups: [await aGroup(app), await aGroup(app)], customers, random }
}

const idsOf = (things: { id: string }[]) => things.map(({ id }) => id)

/** Does one thing at random. Answers the operation; nothing if it could not be done or there was nothing to do. */
export const actAtRandom = async (
  app: ModuleApp,
  { groups, customers, random }: GroupsWithAHistory,
): Promise<{ id: string } | undefined> => {
  const [group, other] = random.shuffled(groups)
  const group_id = group!.id
  const some = () => idsOf(random.several(customers, random.whole(1, 4)))
  const picked = () =>
    random.pick([{ ids: some() }, { filter: {}, except: some() }, { filter: { has_account: random.percent(50) } }])
  const isAutomatic = (await app.groups.retrieveCriteria(group_id)) !== null
  switch (random.whole(0, 9)) {
    case 0:
      return app.groups.changeMembers({ group_id, add: picked() })
    case 1:
      return app.groups.changeMembers({ group_id, remove: picked() })
    case 2:
      return app.groups.changeMembers({ group_id, add: { ids: some() } })
    case 3:
      return setCriteria(app, group!, named(random.pick(NAMES)))
    case 4: {
      const update = {
        name: `Name ${random.whole(1, 1_000_000)}`,
        metadata: { [random.pick(NAMES)]: random.whole(1, 3) },
      }
      await updateGroupWorkflow(app.container).run({ input: { id: group_id, update } })
      return (await app.groups.listOperations(group_id)).operations[0]
    }
    case 5:
      if (!isAutomatic) return undefined
      return random.percent(50)
        ? app.groups.excludeCustomers({ group_id, ids: some() })
        : app.groups.removeCriteria({ group_id, members: random.pick(["keep", "remove"] as const) })
    case 6:
      return random.pick(await app.groups.moveMembers({ group_id, to: other!.id, members: picked() }))
    case 7:
      return app.groups.combineGroups({
        how: random.pick(COMBINE_WAYS),
        group_ids: idsOf(random.shuffled(groups)),
        group_id,
      })
    case 8:
      return importAtRandom(
        app,
        group_id,
        some(),
        isAutomatic ? ["add", "remove", "exclude"] : ["add", "remove"],
        random,
      )
    default: {
      const [excluded] = (await app.groups.listExclusions(group_id)).exclusions
      return excluded && app.groups.liftExclusion({ group_id, customer_id: excluded.customer_id })
    }
  }
}

const importAtRandom = async (
  app: ModuleApp,
  group_id: string,
  ids: string[],
  actions: string[],
  random: Random,
): Promise<{ id: string }> => {
  const lines = ids.map((id) => `${id},${random.pick(actions)}`)
  const file = Readable.from([Buffer.from(["id,action", ...lines].join("\n"))])
  const { id: import_id } = await app.groups.stageImport({ group_id, file_name: "some.csv" }, readRows(file))
  return (await importMembersWorkflow(app.container).run({ input: { import_id } })).result
}

/** Whom an operation is to have added to its group or removed from it; who was a member already is among those added. */
export interface RandomChange {
  operation: GroupOperationDTO
  add?: string[]
  remove?: string[]
}

/**
 * Adds, removes or moves customers at random, and says whom. A move is a change of each of the groups.
 *
 * @param membersOf who is in a group
 */
export const changeAtRandom = async (
  app: ModuleApp,
  { groups, customers, random }: GroupsWithAHistory,
  membersOf: (groupId: string) => string[],
): Promise<RandomChange[]> => {
  const [from, to] = idsOf(random.shuffled(groups)) as [string, string]
  const ids = idsOf(random.several(customers, random.whole(1, 5)))
  const [picked, meant] = random.percent(70)
    ? [{ ids }, ids]
    : [{ filter: {}, except: ids }, idsOf(customers).filter((id) => !ids.includes(id))]
  switch (random.whole(0, 4)) {
    case 0:
    case 1:
      return [{ operation: await app.groups.changeMembers({ group_id: from, add: picked }), add: meant }]
    case 2:
    case 3:
      return [{ operation: await app.groups.changeMembers({ group_id: from, remove: picked }), remove: meant }]
    default: {
      const moving = meant.filter((id) => membersOf(from).includes(id))
      const [left, joined] = await app.groups.moveMembers({ group_id: from, to, members: picked })
      return [
        { operation: left, remove: moving },
        { operation: joined, add: moving },
      ]
    }
  }
}
