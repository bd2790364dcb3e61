import { type DashboardPage, eventually, linksIn, tableShows, toast, visit } from "../helpers/dashboard"
import { aGroup, manyCustomers, membersInTable, unique } from "../helpers/shop"

/** A group of numbered customers, opened, and another one to move them to. */
const aGroupOf = async (count: number) => {
  const ids = await manyCustomers(count)
  const group = await aGroup(
    undefined,
    ids.map((id) => ({ id })),
  )
  const other = await aGroup(`Other ${unique()}`)
  const page = await visit(`/app/groups/${group.id}?m_order=email`)
  await page.getByText(`of ${count}`).first().waitFor()
  return { group, other, ids, page }
}

const check = (page: DashboardPage, number: number) =>
  page.getByRole("checkbox", { name: `Choose Number ${number}`, exact: true }).click()

describe("moving customers to another group", () => {
  it("asks for the group, moves who is checked, and both halves are undone by Undo in the message", async () => {
    const { group, other, ids, page } = await aGroupOf(3)
    await check(page, 1)
    await check(page, 3)
    await page.getByRole("button", { name: /^Move/ }).click()
    const prompt = page.getByRole("alertdialog", { name: "Move 2 customers?" })
    await prompt.getByRole("button", { name: "Move" }).click()
    await prompt.getByText("Choose a group.").waitFor()
    await prompt.getByRole("textbox", { name: "Search To which group?" }).fill(other.name)
    await prompt.getByRole("radio", { name: other.name, exact: true }).click()
    await prompt.getByRole("button", { name: "Move" }).click()

    const message = `2 customers were moved to “${other.name}”.`
    await toast(page, message)
    await tableShows(page, ["Number 2"])
    await eventually(async () => expect(await page.getByRole("alertdialog").count()).toBe(0))
    expect(await page.getByText("2 chosen").count()).toBe(0)
    expect(await membersInTable(group)).toEqual([ids[1]])
    expect(await membersInTable(other)).toEqual([ids[0], ids[2]])
    await page.getByText(`moved 2 customers to “${other.name}”`).first().waitFor()

    await page.locator("[data-sonner-toast]").filter({ hasText: message }).getByRole("button", { name: "Undo" }).click()
    await toast(page, "Undone.")
    await tableShows(page, ["Number 1", "Number 2", "Number 3"])
    expect(await membersInTable(other)).toEqual([])
  })

  it("opens by M, moves all that match, and is undone from the activity of the other group", async () => {
    const { group, other, ids, page } = await aGroupOf(24)
    await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await page.getByRole("button", { name: "Choose all 24 that match" }).click()
    await page.getByText("All 24 that match are chosen.").waitFor()
    await page.keyboard.press("m")
    const prompt = page.getByRole("alertdialog", { name: "Move 24 customers?" })
    await prompt.getByRole("textbox", { name: "Search To which group?" }).fill(other.name)
    await prompt.getByRole("radio", { name: other.name, exact: true }).click()
    await prompt.getByRole("button", { name: "Move" }).click()
    await toast(page, `24 customers were moved to “${other.name}”.`)
    expect(await membersInTable(group)).toEqual([])

    await page.goto(`/app/groups/${other.id}`)
    await page
      .getByRole("button", { name: new RegExp(`^Undo: .* moved 24 customers here from “${group.name}”$`) })
      .click()
    await toast(page, "Undone.")
    await eventually(async () => expect(await linksIn(page)).toEqual([]))
    expect(await membersInTable(group)).toEqual(ids)
    expect(await membersInTable(other)).toEqual([])
  })

  it("changes nothing at Cancel", async () => {
    const { group, ids, page } = await aGroupOf(2)
    await check(page, 1)
    await page.getByRole("button", { name: /^Move/ }).click()
    await page.getByRole("alertdialog", { name: "Move 1 customer?" }).getByRole("button", { name: "Cancel" }).click()
    await eventually(async () => expect(await page.getByRole("alertdialog").count()).toBe(0))
    await page.getByText("1 chosen").waitFor()
    expect(await membersInTable(group)).toEqual(ids)
  })
})
