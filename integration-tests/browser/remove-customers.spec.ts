import { chooseAction, type DashboardPage, eventually, linksIn, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aGroup, manyCustomers, membersInTable } from "../helpers/shop"

/** A group of numbered customers, opened. */
const aGroupOf = async (count: number) => {
  const ids = await manyCustomers(count)
  const group = await aGroup(
    undefined,
    ids.map((id) => ({ id })),
  )
  const page = await visit(`/app/groups/${group.id}?m_order=email`)
  await page.getByText(`of ${count}`).first().waitFor()
  return { group, ids, page }
}

const choose = async (page: DashboardPage, ...numbers: number[]) => {
  for (const number of numbers)
    await page.getByRole("checkbox", { name: `Choose Number ${number}`, exact: true }).click()
  await page.getByText(`${numbers.length} chosen`).waitFor()
}

const promptFor = (page: DashboardPage, title: string) => page.getByRole("alertdialog", { name: title })

const closed = (page: DashboardPage) =>
  eventually(async () => expect(await page.getByRole("alertdialog").count()).toBe(0))

const customersAre = async (ids: string[]) => {
  const { rows } = await db.query("select id from customer where id = any($1) and deleted_at is null order by id", [
    ids,
  ])
  expect(rows.map(({ id }) => id)).toEqual(ids)
}

describe("removing customers from a group", () => {
  it("G10 asks to confirm when R is pressed with customers checked", async () => {
    const { group, ids, page } = await aGroupOf(3)
    // Without a choice, and while one types, the key does nothing.
    await page.keyboard.press("r")
    await page.getByRole("searchbox", { name: "Search Customers" }).fill("number")
    await choose(page, 1, 3)
    await page.getByRole("searchbox", { name: "Search Customers" }).press("r")
    expect(await page.getByRole("alertdialog").count()).toBe(0)
    await page.getByRole("searchbox", { name: "Search Customers" }).fill("")

    await page.getByRole("checkbox", { name: "Choose Number 3", exact: true }).focus()
    await page.keyboard.press("r")
    await promptFor(page, "Remove 2 customers?").waitFor()
    await page.keyboard.press("r")
    expect(await page.getByRole("alertdialog").count()).toBe(1)
    expect(await membersInTable(group)).toEqual(ids)
  })

  it("G11 asks the same when Remove at the bottom centre is clicked", async () => {
    const { group, ids, page } = await aGroupOf(3)
    await choose(page, 2)
    await page.getByRole("button", { name: /^Remove/ }).click()
    const prompt = promptFor(page, "Remove 1 customer?")
    await prompt.getByText(group.name).waitFor()
    await prompt.getByText("The customer itself stays.").waitFor()
    expect(await membersInTable(group)).toEqual(ids)
  })

  it("G12 removes them at Continue, and the customers stay", async () => {
    const { group, ids, page } = await aGroupOf(4)
    await choose(page, 1, 4)
    await page.keyboard.press("r")
    await promptFor(page, "Remove 2 customers?").getByRole("button", { name: "Continue" }).click()

    await toast(page, "2 customers were removed from the group.")
    await eventually(async () => expect(await linksIn(page)).toEqual(["Number 2", "Number 3"]))
    await closed(page)
    expect(await page.getByText("2 chosen").count()).toBe(0)
    expect(await membersInTable(group)).toEqual([ids[1], ids[2]])
    await customersAre(ids)
    const { data } = await api("GET", `/admin/customer-groups/${group.id}/overview`)
    expect(data.customer_group.member_count).toBe(2)

    await page.getByRole("button", { name: "Show who" }).first().click()
    await page
      .getByRole("link", { name: /Number 4/ })
      .last()
      .waitFor()
    await page.getByRole("button", { name: "Hide who" }).click()
  })

  it("G12 changes nothing at Cancel", async () => {
    const { group, ids, page } = await aGroupOf(3)
    await choose(page, 1, 2)
    await page.keyboard.press("r")
    await promptFor(page, "Remove 2 customers?").getByRole("button", { name: "Cancel" }).click()

    await closed(page)
    await page.getByText("2 chosen").waitFor()
    expect(await linksIn(page)).toHaveLength(3)
    expect(await membersInTable(group)).toEqual(ids)
  })

  it("G13 leads from the menu of a row to the customer's edit page", async () => {
    const { ids, page } = await aGroupOf(2)
    await chooseAction(page, "Number 2", "Edit")
    await page.waitForURL(`**/app/customers/${ids[1]}/edit`)
    await eventually(async () =>
      expect(await page.getByRole("dialog").getByRole("textbox", { name: "First Name" }).inputValue()).toBe("Number 2"),
    )
  })

  it("G13 removes one customer from the menu of their row", async () => {
    const { group, ids, page } = await aGroupOf(2)
    await chooseAction(page, "Number 1", "Remove")
    const prompt = promptFor(page, "Remove 1 customer?")
    await prompt.getByRole("button", { name: "Cancel" }).click()
    await closed(page)
    expect(await membersInTable(group)).toEqual(ids)

    await chooseAction(page, "Number 1", "Remove")
    await prompt.getByRole("button", { name: "Continue" }).click()
    await toast(page, "1 customer was removed from the group.")
    await eventually(async () => expect(await linksIn(page)).toEqual(["Number 2"]))
    expect(await membersInTable(group)).toEqual([ids[1]])
    await customersAre(ids)
  })

  it("removes all that match a search but one who is unchecked", async () => {
    const { group, ids, page } = await aGroupOf(36)
    // As many match as before the search, so what the page shows does not say whether it was made.
    const searched = page.waitForResponse((response) => /\/members\?.*\bq=number/.test(response.url()))
    await page.getByRole("searchbox", { name: "Search Customers" }).fill("number")
    await searched
    await page.getByText("1 – 20 of 36").waitFor()
    await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await page.getByText("20 chosen").waitFor()
    await page.getByRole("button", { name: "Choose all 36 that match" }).click()
    await page.getByText("All 36 that match are chosen.").waitFor()
    await page.getByRole("checkbox", { name: "Choose Number 1", exact: true }).click()
    await page.getByText("35 of 36 that match are chosen.").waitFor()
    await page.keyboard.press("r")
    await promptFor(page, "Remove 35 customers?").getByRole("button", { name: "Continue" }).click()

    await toast(page, "35 customers were removed from the group.")
    await eventually(async () => expect(await linksIn(page)).toEqual(["Number 1"]))
    expect(await membersInTable(group)).toEqual([ids[0]])
  })
})
