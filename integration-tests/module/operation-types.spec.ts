import { RECORDED_OPERATION_TYPES } from "../../src/types/http/operations"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const record = (type: string) =>
  app.db.query("insert into customer_group_operation (id, group_id, type) values ($1, 'cusgroup_1', $2)", [
    `cgop_${type}`,
    type,
  ])

it("the database takes every kind of operation that is recorded", async () => {
  for (const type of RECORDED_OPERATION_TYPES) await record(type)
  expect((await app.groups.listOperations("cusgroup_1")).count).toBe(RECORDED_OPERATION_TYPES.length)
})

it("the database takes no other: one was added to the list without a new migration, or there is none such", async () => {
  await expect(record("outside")).rejects.toThrow("customer_group_operation_type_check")
})
