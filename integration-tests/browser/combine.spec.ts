import { chooseAction, type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { db } from "../helpers/http"
import { aGroup, manyCustomers, membersInTable, unique } from "../helpers/shop"

/** Two groups that share one of three customers. */
const two = async () => {
  const name = unique()
  const ids = await manyCustomers(3)
  const of = (...indexes: number[]) => indexes.map((index) => ({ id: ids[index]! }))
  const first = await aGroup(`Alpha ${name}`, of(0, 1))
  const second = await aGroup(`Beta ${name}`, of(1, 2))
  return { ids, first, second }
}

const open = async (page: DashboardPage, group: { name: string }) => {
  await chooseAction(page, group.name, "Combine …")
  const window = page.getByRole("dialog", { name: `Combine “${group.name}” with other groups` })
  await window.waitFor()
  return window
}

const others = (page: DashboardPage, group: { name: string }) =>
  page.getByRole("group", { name: "Customer Groups" }).getByRole("checkbox", { name: group.name, exact: true })

const groupNamed = async (name: string) => {
  const { rows } = await db.query("select id from customer_group where name = $1 and deleted_at is null", [name])
  return { id: rows[0]?.id as string }
}

describe("combining groups", () => {
  it("makes a new group from the list, after saying how many each way holds", async () => {
    const { ids, first, second } = await two()
    const page = await visit(`/app/groups?q=${encodeURIComponent(first.name)}`)
    const window = await open(page, first)

    // The search has the focus.
    await page.keyboard.type(second.name)
    await others(page, second).click()
    await window.getByText("3 customers", { exact: true }).waitFor()
    await window.getByRole("radio", { name: /^In all of them/ }).click()
    await window.getByText("1 customer", { exact: true }).waitFor()
    const name = `Both ${unique()}`
    await window.getByLabel("Name").fill(name)
    await window.getByRole("button", { name: "Combine" }).click()

    await toast(page, `Customer group “${name}” was created.`)
    await page.getByRole("heading", { name, exact: true }).waitFor()
    expect(await membersInTable(await groupNamed(name))).toEqual([ids[1]])
    await page.getByText(`filled the group with who is in all of ${first.name}, ${second.name}: 1 joined`).waitFor()
  })

  it("adds to a group that is there, from the page of a group, and can be undone", async () => {
    const { ids, first, second } = await two()
    const target = await aGroup(`Gamma ${unique()}`)
    const page = await visit(`/app/groups/${first.id}`)
    const window = await open(page, first)

    await window.getByRole("textbox", { name: "Search Customer Groups" }).fill(second.name)
    await others(page, second).click()
    await window.getByRole("radio", { name: /^In this one only/ }).click()
    await window.getByText("1 customer", { exact: true }).waitFor()
    await window.getByRole("radio", { name: /^A group that is there/ }).click()
    await window.getByRole("textbox", { name: "Search The group that they come into" }).fill(target.name)
    await window.getByRole("radio", { name: target.name, exact: true }).click()
    await window.getByRole("button", { name: "Combine" }).click()

    const message = `1 customer was added to “${target.name}”.`
    await toast(page, message)
    expect(await membersInTable(target)).toEqual([ids[0]])
    await page.locator("[data-sonner-toast]").filter({ hasText: message }).getByRole("button", { name: "Undo" }).click()
    await toast(page, "Undone.")
    await eventually(async () => expect(await membersInTable(target)).toEqual([]))
  })

  it("says what is missing, and that a name is taken, and makes nothing", async () => {
    const { first, second } = await two()
    const page = await visit(`/app/groups/${first.id}`)
    const window = await open(page, first)
    await window.getByRole("button", { name: "Combine" }).click()
    await window.getByText("Choose at least one other group.").waitFor()

    await window.getByRole("textbox", { name: "Search Customer Groups" }).fill(second.name)
    await others(page, second).click()
    await window.getByRole("button", { name: "Combine" }).click()
    await window.getByText("A name is required.").waitFor()
    await window.getByLabel("Name").fill(second.name)
    await window.getByRole("button", { name: "Combine" }).click()
    await window.getByText(`A customer group named “${second.name}” exists already.`).waitFor()
    await window.getByRole("radio", { name: /^A group that is there/ }).click()
    await window.getByRole("button", { name: "Combine" }).click()
    await window.getByText("Choose a group.").waitFor()
    await window.getByRole("button", { name: "Cancel" }).click()
    await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0))
  })
})
