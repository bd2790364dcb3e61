import { type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { criteriaOf } from "../helpers/builder"
import { api } from "../helpers/http"
import { add, aGroup, type Group, manyCustomers, membersInTable, named } from "../helpers/shop"

/** Taking back what was done, from the message that says it and from the activity. */

const members = (group: Group, ids: string[]) =>
  eventually(async () => expect((await membersInTable(group)).sort()).toEqual([...ids].sort()))

const undoInToast = async (page: DashboardPage, text: string | RegExp) => {
  await toast(page, text)
  await page.locator("[data-sonner-toast]").filter({ hasText: text }).getByRole("button", { name: "Undo" }).click()
}

const entry = (page: DashboardPage, text: string) => page.getByRole("listitem").filter({ hasText: text }).first()

it("brings back removed customers by Undo in the message", async () => {
  const ids = await manyCustomers(3)
  const group = await aGroup(
    undefined,
    ids.map((id) => ({ id })),
  )
  const page = await visit(`/app/groups/${group.id}?m_order=email`)
  await page.getByRole("checkbox", { name: "Choose Number 1", exact: true }).click()
  await page.getByRole("checkbox", { name: "Choose Number 2", exact: true }).click()
  await page.getByRole("button", { name: /^Remove/ }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Continue" }).click()
  await undoInToast(page, /2 customers/)
  await toast(page, "Undone.")
  await members(group, ids)
})

it("undoes an old change in the activity, says so there, and can undo that too", async () => {
  const ids = await manyCustomers(2)
  const group = await aGroup()
  await add(group, [{ id: ids[0]! }])
  await api("POST", `/admin/customer-groups/${group.id}`, { name: `${group.name} new` })
  const page = await visit(`/app/groups/${group.id}`)
  await page.getByRole("button", { name: /^Undo: .* added 1 customer$/ }).click()
  await toast(page, "Undone.")
  await members(group, [])
  await entry(page, "undid “Customers added and removed”: 1 left").waitFor()
  await entry(page, "added 1 customer").getByText("Undone", { exact: true }).waitFor()

  await page.getByRole("button", { name: /^Undo: .* undid/ }).click()
  await members(group, [ids[0]!])
  await eventually(async () => expect(await page.getByRole("button", { name: /added 1 customer$/ }).count()).toBe(1))
})

it("says how many somebody else has moved since, and by whom", async () => {
  const ids = await manyCustomers(3)
  const group = await aGroup()
  await add(
    group,
    ids.map((id) => ({ id })),
  )
  await api("POST", `/admin/customer-groups/${group.id}/members`, { remove: { ids: [ids[0]!] } })
  const page = await visit(`/app/groups/${group.id}`)
  await page.getByRole("button", { name: /^Undo: .* added 3 customers$/ }).click()
  await toast(page, /^2 of 3 taken back; 1 has since been changed by /)
  await entry(page, "2 of 3 taken back").waitFor()
  await members(group, [])
})

it("brings back the criteria from before", async () => {
  const group = await aGroup()
  await api("POST", `/admin/customer-groups/${group.id}/criteria`, { criteria: named("Anna") })
  const page = await visit(`/app/groups/${group.id}`)
  await page.getByRole("heading", { name: "Criteria" }).waitFor()
  await page.getByRole("button", { name: /^Undo: .* set the criteria$/ }).click()
  await toast(page, "Undone.")
  await page.getByRole("link", { name: "Add criteria" }).waitFor()
  expect(await criteriaOf(group)).toBeUndefined()
})

it("takes back a new name by Undo in the message", async () => {
  const group = await aGroup()
  const page = await visit(`/app/groups/${group.id}/edit`)
  await page.getByRole("dialog").getByLabel("Name").fill(`${group.name} new`)
  await page.getByRole("button", { name: "Save" }).click()
  await undoInToast(page, `Customer group “${group.name} new” was saved.`)
  await toast(page, "Undone.")
  await page.getByRole("heading", { name: group.name, exact: true }).waitFor()
})

it("takes back metadata by Undo in the message, and nothing that somebody has changed since", async () => {
  const group = await aGroup()
  const page = await visit(`/app/groups/${group.id}/metadata`)
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Key, row 1").fill("tier")
  await dialog.getByLabel("Value, row 1").fill("gold")
  await dialog.getByRole("button", { name: "Save" }).click()
  await toast(page, "Metadata was saved.")
  await api("POST", `/admin/customer-groups/${group.id}`, { metadata: { region: "north" } })
  await undoInToast(page, "Metadata was saved.")
  await toast(page, "Undone.")
  const { data } = await api("GET", `/admin/customer-groups/${group.id}`)
  expect(data.customer_group.metadata).toEqual({ region: "north" })
})

it("offers no Undo where nothing was changed", async () => {
  const group = await aGroup()
  const page = await visit(`/app/groups/${group.id}/edit`)
  await page.getByRole("dialog").getByLabel("Name").waitFor()
  await page.getByRole("button", { name: "Save" }).click()
  await toast(page, `Customer group “${group.name}” was saved.`)
  expect(await page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" }).count()).toBe(0)
})
