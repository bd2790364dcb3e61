import type { GroupOperationDTO } from "../../src/types"
import { statesOf, undo } from "../helpers/history"
import { HistoryModel } from "../helpers/history-model"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { actAtRandom, changeAtRandom, groupsWithAHistory } from "../helpers/random-history"

/**
 * Random histories of two groups, of which each customer may be moved to the other: undone in reverse order, everything is
 * as it was; undone in any order, it is what a plain model says. `HISTORIES=1000 STEPS=50` for more, `SEED=7` for one again;
 * both for so many from that one on.
 */

const { SEED } = process.env
const HISTORIES = Number(process.env.HISTORIES ?? (SEED ? 1 : 8))
const STEPS = Number(process.env.STEPS ?? 25)

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const seeds = Array.from({ length: HISTORIES }, (_, index) => Number(SEED ?? 1) + index)

it.each(seeds)("undone in reverse order, a history leaves nothing behind (seed %i)", async (seed) => {
  const shop = await groupsWithAHistory(app, seed)
  const states = [await statesOf(app, shop.groups)]
  const operations: { id: string }[] = []
  for (let step = 0; step < STEPS; step++) {
    const operation = await actAtRandom(app, shop)
    if (!operation) continue
    operations.push(operation)
    states.push(await statesOf(app, shop.groups))
  }
  for (const operation of operations.reverse()) {
    states.pop()
    await undo(app, operation)
    expect(await statesOf(app, shop.groups)).toEqual(states.at(-1))
  }
})

it.each(seeds)("undone and done again, a history is the same (seed %i)", async (seed) => {
  const shop = await groupsWithAHistory(app, seed)
  const operations: { id: string }[] = []
  for (let step = 0; step < STEPS; step++)
    operations.push(...[await actAtRandom(app, shop)].filter((done) => done !== undefined))
  // An exclusion that is made again is another one.
  const stateNow = async () =>
    (await statesOf(app, shop.groups)).map((state) => ({ ...state, exclusions: state.exclusions.length }))
  const after = await stateNow()
  const undos: { id: string }[] = []
  for (const operation of operations.reverse()) undos.push(await undo(app, operation))
  for (const undone of undos.reverse()) await undo(app, undone)
  expect(await stateNow()).toEqual(after)
})

it.each(seeds)("undone in any order, a history is what a plain model says (seed %i)", async (seed) => {
  const shop = await groupsWithAHistory(app, seed)
  const { groups, random } = shop
  const models = new Map(groups.map(({ id }) => [id, new HistoryModel()]))
  const membersOf = (id: string) => [...models.get(id)!.members.keys()]
  const undoable: GroupOperationDTO[][] = []
  /** The row that each membership of a model has: the same whenever it is back. */
  const rows = new Map<string, string>()

  for (let step = 0; step < 2 * STEPS; step++) {
    if (random.percent(50) || !undoable.length) {
      const changes = await changeAtRandom(app, shop, membersOf)
      for (const { operation, ...change } of changes) models.get(operation.group_id)!.change(operation.id, change)
      undoable.push(changes.map(({ operation }) => operation))
    } else {
      const halves = random.pick(undoable)
      const { id } = random.pick(halves)
      const undone = await app.groups.undoOperation({ operation_id: id }).catch((error: Error) => error.message)
      if (typeof undone === "string") {
        expect(undone).toMatch(/^(The operation is undone already|Nothing is left to undo)/)
        continue
      }
      const undos = await undosOf(halves)
      for (const { id, group_id, undoes_id, details } of undos)
        expect(details).toMatchObject(models.get(group_id)!.undo(id, undoes_id!))
      undoable.push(undos)
    }
    for (const { id: groupId } of groups) {
      const model = models.get(groupId)!
      const { members } = (await statesOf(app, [{ id: groupId }]))[0]!
      expect(members.map(({ customer_id }) => customer_id)).toEqual([...model.members.keys()].sort())
      for (const { customer_id, id } of members) {
        const membership = `${groupId} ${customer_id} ${model.members.get(customer_id)}`
        expect(rows.get(membership) ?? id).toBe(id)
        rows.set(membership, id)
      }
    }
  }
})

/** What undid these operations. */
const undosOf = async (operations: GroupOperationDTO[]): Promise<GroupOperationDTO[]> => {
  const now = await Promise.all(operations.map(({ id }) => app.groups.retrieveOperation(id)))
  return Promise.all(now.map(({ undone_by_id }) => app.groups.retrieveOperation(undone_by_id!)))
}
