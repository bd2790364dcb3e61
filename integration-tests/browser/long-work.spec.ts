import { Client } from "pg"
import { type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { db } from "../helpers/http"
import { aGroup, type Group, manyCustomers, membersInTable, operationsOf, unique } from "../helpers/shop"

/** Work that takes longer than a request: somebody else holds the group for as long as a test needs. */

let other: Client
beforeEach(async () => {
  other = new Client({ connectionString: process.env.TEST_DATABASE_URL })
  await other.connect()
})
afterEach(() => other.end())

const hold = async (group: Group) => {
  await other.query("begin")
  await other.query("select customer_groups_lock(array[$1])", [group.id])
}
const letGo = () => other.query("rollback")

/** Adds all customers of this tag who match, in the window. */
const addAll = async (group: Group, tag: string): Promise<DashboardPage> => {
  const page = await visit(`/app/groups/${group.id}/add-customers?add_q=${tag}`)
  await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
  await page.getByRole("button", { name: /^Choose all/ }).click()
  await page.getByRole("button", { name: "Save" }).click()
  await toast(page, "This takes a little longer")
  return page
}

const someCustomers = async () => {
  const tag = unique()
  const ids = await manyCustomers(25)
  await db.query("update customer set last_name = $1 where id = any($2)", [tag, ids])
  return { tag, ids }
}

const bar = (page: DashboardPage) => page.getByRole("progressbar", { name: "Customers are being added and removed" })

it("shows adding many as going on, also after one has left, and says how it ended with Undo", async () => {
  const { tag, ids } = await someCustomers()
  const group = await aGroup()
  await hold(group)
  const page = await addAll(group, tag)
  await bar(page).waitFor()
  await page.getByRole("link", { name: "Customer Groups" }).last().click()
  await page.getByRole("heading", { name: "Customer Groups" }).waitFor()
  await page.goBack()
  await bar(page).waitFor()

  await letGo()
  await toast(page, /added 25 customers/)
  await eventually(async () => expect(await bar(page).count()).toBe(0))
  await page.getByText("1 – 20 of 25").waitFor()
  expect((await membersInTable(group)).sort()).toEqual(ids)
})

it("cancels it, and nothing was changed", async () => {
  const { tag } = await someCustomers()
  const group = await aGroup()
  await hold(group)
  const page = await addAll(group, tag)
  await page.locator("[data-running-work]").getByRole("button", { name: "Cancel" }).click()
  await toast(page, "Cancelled. Nothing was changed.")
  await eventually(async () => expect(await bar(page).count()).toBe(0))
  await letGo()
  expect((await operationsOf(group))[0]).toMatchObject({ type: "change_members", status: "cancelled" })
  expect(await membersInTable(group)).toEqual([])
})
