import { cellsIn, chooseAction, eventually, tableShows, toast, visit } from "../helpers/dashboard"
import { db } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, membersInTable, named, unique } from "../helpers/shop"

const idOf = async (name: string): Promise<string> => {
  const { rows } = await db.query("select id from customer_group where name = $1 and deleted_at is null", [name])
  return rows[0]?.id
}

describe("duplicating a group", () => {
  it("asks for a name in the list, makes the copy, and opens it", async () => {
    const customer = await aCustomer()
    const group = await aGroup(`Original ${unique()}`, [customer])
    const page = await visit(`/app/groups?q=${encodeURIComponent(group.name)}`)
    await chooseAction(page, group.name, "Duplicate")

    const prompt = page.getByRole("alertdialog", { name: `Duplicate “${group.name}”` })
    const field = prompt.getByLabel("Name")
    await eventually(async () => expect(await field.inputValue()).toBe(`${group.name} (copy)`))
    // The name is chosen: typing replaces it.
    const name = `Typed ${unique()}`
    await page.keyboard.type(name)
    await prompt.getByRole("button", { name: "Duplicate" }).click()

    await toast(page, `Customer group “${name}” was created.`)
    await page.getByRole("heading", { name, exact: true }).waitFor()
    const copy = { id: await idOf(name) }
    expect(new URL(page.url()).pathname).toBe(`/app/groups/${copy.id}`)
    expect(await membersInTable(copy)).toEqual([customer.id])
    await page.getByText(`created the group as a copy of “${group.name}”, with 1 customer`).waitFor()

    await page.goto("/app/groups")
    await eventually(async () => expect((await cellsIn(page))[0]![0]).toBe(name))
  })

  it("copies an automatic group from its page, under a name that is free", async () => {
    const first = unique()
    const anna = await aCustomer({ first_name: first })
    const group = await anAutomaticGroup(named(first), { name: `Followed ${unique()}` })
    await aGroup(`${group.name} (copy)`)

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Duplicate")
    const prompt = page.getByRole("alertdialog")
    const name = `${group.name} (copy 2)`
    await eventually(async () => expect(await prompt.getByLabel("Name").inputValue()).toBe(name))
    await page.keyboard.press("Enter")

    await toast(page, `Customer group “${name}” was created.`)
    await page.getByRole("heading", { name, exact: true }).waitFor()
    await page.getByText(`first name is “${first}”`).waitFor()
    await tableShows(page, [first])
    expect(await membersInTable({ id: await idOf(name) })).toEqual([anna.id])
  })

  it("says beside the field that a name is taken or missing, and makes nothing", async () => {
    const group = await aGroup(`Kept ${unique()}`)
    const { rows: before } = await db.query("select count(*)::int from customer_group")
    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Duplicate")
    const prompt = page.getByRole("alertdialog")
    await prompt.getByLabel("Name").fill(group.name)
    await prompt.getByRole("button", { name: "Duplicate" }).click()
    await prompt.getByText(`A customer group named “${group.name}” exists already.`).waitFor()
    await prompt.getByLabel("Name").fill(" ")
    await prompt.getByRole("button", { name: "Duplicate" }).click()
    await prompt.getByText("A name is required.").waitFor()
    await prompt.getByRole("button", { name: "Cancel" }).click()

    await eventually(async () => expect(await prompt.count()).toBe(0))
    const { rows: after } = await db.query("select count(*)::int from customer_group")
    expect(after).toEqual(before)
  })

  it("proposes a German name when the dashboard speaks German", async () => {
    const group = await aGroup(`Vorbild ${unique()}`)
    const page = await visit(`/app/groups/${group.id}`, { language: "de" })
    await page
      .getByRole("button", { name: `Aktionen für ${group.name}`, exact: true })
      .first()
      .click()
    await page.getByRole("menuitem", { name: "Duplizieren" }).click()
    const field = page.getByRole("alertdialog").getByLabel("Name")
    await eventually(async () => expect(await field.inputValue()).toBe(`${group.name} (Kopie)`))
  })
})
