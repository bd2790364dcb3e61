import { eventually, linksIn, toast, visit } from "../helpers/dashboard"
import { api } from "../helpers/http"
import { aGroup, manyCustomers, membersInTable, unique } from "../helpers/shop"

/** Deleted groups, and how they come back. */

it("brings a group back by Undo in the message that it was deleted", async () => {
  const [id] = await manyCustomers(1)
  const group = await aGroup(undefined, [{ id: id! }])
  const page = await visit(`/app/groups?q=${group.name}`)
  await page.getByRole("button", { name: `Actions for ${group.name}` }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
  await toast(page, "was deleted")
  await page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" }).click()
  await toast(page, "is restored")
  await eventually(async () => expect(await linksIn(page)).toEqual([group.name]))
  expect(await membersInTable(group)).toEqual([id])
})

it("lists deleted groups and restores one", async () => {
  const group = await aGroup()
  await api("DELETE", `/admin/customer-groups/${group.id}`)
  const page = await visit("/app/groups")
  await page.getByRole("link", { name: "Deleted", exact: true }).click()
  await page.getByRole("heading", { name: "Deleted customer groups" }).waitFor()
  await page.getByRole("searchbox").fill(group.name)
  await page.getByRole("button", { name: `Restore ${group.name}` }).click()
  await toast(page, `“${group.name}” is restored.`)
  await eventually(async () =>
    expect(await page.getByRole("button", { name: `Restore ${group.name}` }).count()).toBe(0),
  )
  expect((await api("GET", `/admin/customer-groups/${group.id}`)).status).toBe(200)
})

it("asks for another name when another group has the name by now", async () => {
  const name = unique()
  const group = await aGroup(name)
  await api("DELETE", `/admin/customer-groups/${group.id}`)
  await aGroup(name)
  const page = await visit(`/app/groups/deleted?q=${name}`)
  await page.getByRole("button", { name: `Restore ${name}` }).click()
  const prompt = page.getByRole("alertdialog", { name: `Another name for “${name}”` })
  await prompt.getByRole("textbox", { name: "Name" }).fill(name)
  await prompt.getByRole("button", { name: "Restore" }).click()
  await prompt.getByText(`A customer group named “${name}” exists already.`).waitFor()
  await prompt.getByRole("textbox", { name: "Name" }).fill(`${name} 2`)
  await prompt.getByRole("button", { name: "Restore" }).click()
  await toast(page, `“${name} 2” is restored.`)
  expect((await api("GET", `/admin/customer-groups/${group.id}`)).data.customer_group.name).toBe(`${name} 2`)
})
