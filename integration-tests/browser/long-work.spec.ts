import { Client } from "pg"
import { chooseAction, type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
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

describe("combining into a new group", () => {
  /** Opens the new group while it waits for a customer whom somebody else changes. */
  const combineNew = async () => {
    const { ids } = await someCustomers()
    const [first, second] = [await aGroup(undefined, [{ id: ids[0]! }]), await aGroup(undefined, [{ id: ids[1]! }])]
    await other.query("begin")
    await other.query("select from customer where id = $1 for update", [ids[0]])

    const page = await visit(`/app/groups/${first.id}`)
    await chooseAction(page, first.name, "Combine …")
    const window = page.getByRole("dialog", { name: /^Combine/ })
    await window.getByRole("textbox", { name: "Search Customer Groups" }).fill(second.name)
    await window.getByRole("checkbox", { name: second.name, exact: true }).click()
    const name = `Both ${unique()}`
    await window.getByLabel("Name").fill(name)
    await window.getByRole("button", { name: "Combine" }).click()
    await toast(page, "This takes a little longer")
    await page.getByRole("heading", { name, exact: true }).waitFor()
    return { page, name }
  }

  it("shows the new group, which is gone when it is cancelled: the list is shown, and why", async () => {
    const { page, name } = await combineNew()
    await page.locator("[data-running-work]").getByRole("button", { name: "Cancel" }).click()
    await toast(page, "Cancelled. The new group is not there any more.")
    await page.getByRole("heading", { name: "Customer Groups" }).waitFor()
    expect(new URL(page.url()).pathname).toBe("/app/groups")
    await letGo()
    const { rows } = await db.query("select from customer_group where name = $1 and deleted_at is null", [name])
    expect(rows).toEqual([])
  })

  it("stays on the new group when it is done, and fills it", async () => {
    const { page } = await combineNew()
    await letGo()
    await toast(page, /added everybody in .*: 2 joined/)
    await page.getByText("1 – 2 of 2").waitFor()
  })
})
