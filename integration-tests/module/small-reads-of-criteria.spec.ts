import { compileMany, listAttributes, parseCriteria } from "../../src/modules/customer-groups/criteria"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { multiply, readMuchBy } from "../helpers/reads"
import { repositories } from "../helpers/repositories"
import { cases } from "./criteria-cases"
import { NOW, seedCriteriaShop, ZONE } from "./criteria-shop"

/** A customer who has changed is evaluated by the rows of that customer, however many others the shop has. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
  await seedCriteriaShop(app.db)
  // So many that no plan reads a table whole because that is cheap.
  await multiply(app, 10_000)
})
afterAll(() => app.stop())

/** Ranks are worked out over everybody, and never for a single customer. */
const ranked = listAttributes().filter(({ isRanked }) => isRanked)
const ofOneCustomer = cases.filter(({ attribute }) => !ranked.some(({ id }) => id === attribute))

it.each(ofOneCustomer)("$attribute", async ({ attribute, rows }) => {
  const evaluate = repositories.batchEvaluationRepository.listDifferences
  for (const { matches: _matches, more, ...condition } of rows) {
    const criteria = parseCriteria({ all: [{ attribute, ...condition, ...more }] })
    const evaluated = compileMany([criteria], { ids: ["anna"] }, { now: NOW, timeZone: ZONE })
    const group = { groupId: "vip", matching: "g0" }
    const readMuch = await readMuchBy(app, (context) => evaluate([group], evaluated, ["anna"], NOW, context))
    expect({ condition, readMuch }).toEqual({ condition, readMuch: [] })
  }
})
