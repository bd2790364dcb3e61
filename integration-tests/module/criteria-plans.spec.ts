import { compile, type Criteria } from "../../src/modules/customer-groups/criteria"
import { numbered, sql } from "../../src/modules/customer-groups/sql/sql"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"

/** Indexes that are made for criteria fit the SQL that criteria compile to. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
afterAll(() => app.stop())

const planOf = async (criteria: Criteria): Promise<string> => {
  const matching = compile(criteria, "all", { now: new Date(), timeZone: "UTC" })
  await app.db.query(`begin; set local enable_seqscan = off; set local enable_bitmapscan = off;
    insert into customer (id, email) select 'cus_' || n, n || '@' || n || '.example' from generate_series(1, 2000) n;
    insert into customer_address (id, customer_id, country_code)
      select 'cuaddr_' || n, 'cus_' || n, chr(97 + n % 26) || chr(97 + n % 25) from generate_series(1, 2000) n;
    analyze customer; analyze customer_address`)
  const { rows } = await app.db.query(numbered(sql`explain ${matching}`))
  await app.db.query("rollback")
  return rows.map((row) => row["QUERY PLAN"]).join("\n")
}

it.each([
  [
    "IDX_customer_groups_customers_by_email_domain",
    { all: [{ attribute: "email_domain", operator: "eq", value: "example.com" }] } as Criteria,
  ],
  [
    "IDX_customer_statistics_spent",
    { all: [{ attribute: "total_spent", operator: "gt", value: 9_000, currency_code: "eur" }] } as Criteria,
  ],
  [
    "IDX_customer_groups_addresses_by_country",
    { all: [{ attribute: "country", operator: "eq", value: "de" }] } as Criteria,
  ],
])("%s", async (index, criteria) => {
  const plan = await planOf(criteria)
  expect(plan).toContain(index)
  expect(plan).toMatch(/Index Cond: .*(example\.com|9000|'de')/)
})
