import { REFERENCE_KINDS } from "../../src/modules/customer-groups/criteria/values"
import { ReferencesRepository } from "../../src/modules/customer-groups/repositories/references"
import { aGroup } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** What criteria can name. The shop of the module tests has currencies and what is written here. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
  await app.db.query(`
    insert into currency (code, symbol, symbol_native, name, rounding, raw_rounding) values
      ('eur', '€', '€', 'Euro', 0, '{}'), ('kwd', 'KD', 'د.ك', 'Kuwaiti Dinar', 0, '{}') on conflict do nothing;
    insert into product (id, title, handle) values ('prod_1', 'Rain coat', 'rain-coat');
    insert into product_variant (id, title, product_id, sku) values
      ('variant_1', 'M', 'prod_1', 'COAT-M'), ('variant_2', 'L', 'prod_1', null)`)
})
afterAll(() => app.stop())

const references = new ReferencesRepository()

it.each(REFERENCE_KINDS)("can be asked for: %s", async (kind) => {
  await app.inTransaction(async (context) => {
    expect(await references.listUnknown(kind, ["nothing"], context)).toEqual(["nothing"])
    expect(await references.listNames(kind, ["nothing"], context)).toEqual([])
    expect(await references.suggest(kind, "nothing of this name", 10, context)).toEqual([])
  })
})

it("tells what exists from what does not", async () => {
  const unknown = (kind: "currency" | "variant" | "sku", ids: string[]) =>
    app.inTransaction((context) => references.listUnknown(kind, ids, context))
  expect(await unknown("currency", ["eur", "xyz"])).toEqual(["xyz"])
  expect(await unknown("variant", ["variant_1", "variant_9"])).toEqual(["variant_9"])
  expect(await unknown("sku", ["COAT-M", "coat-m"])).toEqual(["coat-m"])
})

it("keeps the name of what has been deleted, and suggests it no longer", async () => {
  const group = await aGroup(app, { name: "Old friends" })
  await app.customers.softDeleteCustomerGroups([group.id])
  await app.inTransaction(async (context) => {
    expect(await references.listNames("group", [group.id], context)).toMatchObject([{ label: "Old friends" }])
    expect(await references.listUnknown("group", [group.id], context)).toEqual([group.id])
    expect(await references.suggest("group", "old", 10, context)).toEqual([])
  })
})

it("suggests by name and by what stands beside it", async () => {
  const suggest = (kind: "variant" | "sku" | "product" | "currency", q: string) =>
    app.inTransaction(async (context) => (await references.suggest(kind, q, 10, context)).map(({ id }) => id))
  expect(await suggest("variant", "rain coat")).toEqual(["variant_2", "variant_1"])
  expect(await suggest("variant", "coat-m")).toEqual(["variant_1"])
  expect(await suggest("sku", "rain")).toEqual(["COAT-M"])
  expect(await suggest("currency", "kwd")).toEqual(["kwd"])
  expect(await suggest("product", "%")).toEqual([])
})
