import { compileMany, parseCriteria } from "../../src/modules/customer-groups/criteria"
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
  await multiply(app, 2_000)
})
afterAll(() => app.stop())

describe.each(cases)("$attribute", ({ attribute, rows }) => {
  it.each(rows)("$operator $value $more", async ({ matches: _matches, more, ...rest }) => {
    const criteria = parseCriteria({ all: [{ attribute, ...rest, ...more }] })
    const evaluated = compileMany([criteria], { ids: ["anna"] }, { now: NOW, timeZone: ZONE })
    const group = { groupId: "vip", matching: "g0" }
    const evaluate = repositories.batchEvaluationRepository.listDifferences
    expect(await readMuchBy(app, (context) => evaluate([group], evaluated, ["anna"], NOW, context))).toEqual([])
  })
})
