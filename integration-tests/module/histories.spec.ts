import { updateGroupWorkflow } from "../../src/workflows"
import { Random } from "../criteria/random"
import { aCustomer, aGroup, named } from "../helpers/fixtures"
import { setCriteria, stateOf, undo } from "../helpers/history"
import { HistoryModel } from "../helpers/history-model"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/**
 * Random histories of a group: undone in reverse order, everything is as it was; undone in any order, it is what a plain
 * model says. `HISTORIES=1000 STEPS=50` for more,
 * `SEED=7` for one again.
 */

const HISTORIES = Number(process.env.HISTORIES ?? 8)
const STEPS = Number(process.env.STEPS ?? 25)
const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED)

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const NAMES = ["Anna", "Ben", "Carl"]

interface World {
  group: { id: string }
  customers: { id: string }[]
  random: Random
}

const world = async (seed: number): Promise<World> => {
  const random = new Random(seed)
  const customers = []
  for (let count = 0; count < 9; count++) customers.push(await aCustomer(app, { first_name: random.pick(NAMES) }))
  return { group: await aGroup(app), customers, random }
}

/** Does one thing at random. Answers the operation; nothing if it could not be done or there was nothing to do. */
const act = async ({ group, customers, random }: World): Promise<{ id: string } | undefined> => {
  const group_id = group.id
  const some = () => random.several(customers, random.whole(1, 4)).map(({ id }) => id)
  const isAutomatic = (await app.groups.retrieveCriteria(group_id)) !== null
  switch (random.whole(0, 6)) {
    case 0:
      return app.groups.changeMembers({ group_id, add: { ids: some() } })
    case 1:
      return app.groups.changeMembers({ group_id, remove: { ids: some() } })
    case 2:
      return app.groups.changeMembers({ group_id, add: { filter: {}, except: some() } })
    case 3:
      return setCriteria(app, group, named(random.pick(NAMES)))
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
    default: {
      const [excluded] = (await app.groups.listExclusions(group_id)).exclusions
      return excluded && app.groups.liftExclusion({ group_id, customer_id: excluded.customer_id })
    }
  }
}

const seeds = SEED === undefined ? Array.from({ length: HISTORIES }, (_, index) => index + 1) : [SEED]

it.each(seeds)("undone in reverse order, a history leaves nothing behind (seed %i)", async (seed) => {
  const shop = await world(seed)
  const states = [await stateOf(app, shop.group)]
  const operations: { id: string }[] = []
  for (let step = 0; step < STEPS; step++) {
    const operation = await act(shop)
    if (!operation) continue
    operations.push(operation)
    states.push(await stateOf(app, shop.group))
  }
  for (const operation of operations.reverse()) {
    states.pop()
    await undo(app, operation)
    expect(await stateOf(app, shop.group)).toEqual(states.at(-1))
  }
})

it.each(seeds)("undone and done again, a history is the same (seed %i)", async (seed) => {
  const shop = await world(seed)
  const operations: { id: string }[] = []
  for (let step = 0; step < STEPS; step++) operations.push(...[await act(shop)].filter((done) => done !== undefined))
  const after = await stateOf(app, shop.group)
  const undos: { id: string }[] = []
  for (const operation of operations.reverse()) undos.push(await undo(app, operation))
  for (const undone of undos.reverse()) await undo(app, undone)
  const again = await stateOf(app, shop.group)
  expect({ ...again, exclusions: again.exclusions.length }).toEqual({ ...after, exclusions: after.exclusions.length })
})

it.each(seeds)("undone in any order, a history is what a plain model says (seed %i)", async (seed) => {
  const { group, customers, random } = await world(seed)
  const model = new HistoryModel()
  const undoable: string[] = []
  /** The row that each membership of the model has: the same whenever it is back. */
  const rows = new Map<string, string>()

  for (let step = 0; step < 2 * STEPS; step++) {
    if (random.percent(50) || !undoable.length) {
      const ids = random.several(customers, random.whole(1, 5)).map(({ id }) => id)
      const change = { [random.pick(["add", "remove"])]: { ids } }
      const { id } = await app.groups.changeMembers({ group_id: group.id, ...change })
      model.change(id, { add: change.add?.ids, remove: change.remove?.ids })
      undoable.push(id)
    } else {
      const id = random.pick(undoable)
      const undone = await app.groups.undoOperation({ operation_id: id }).catch((error: Error) => error.message)
      if (typeof undone === "string") {
        expect(undone).toMatch(/^(The operation is undone already|Nothing is left to undo)/)
        continue
      }
      const { operation } = undone
      expect(operation.details).toMatchObject(model.undo(operation.id, id))
      undoable.push(operation.id)
    }
    const { members } = await stateOf(app, group)
    expect(members.map(({ customer_id }) => customer_id)).toEqual([...model.members.keys()].sort())
    for (const { customer_id, id } of members) {
      const membership = `${customer_id} ${model.members.get(customer_id)}`
      expect(rows.get(membership) ?? id).toBe(id)
      rows.set(membership, id)
    }
  }
})
