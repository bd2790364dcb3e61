import type { Locator } from "playwright-core"
import { addFilter, addressOf, cellsIn, eventually, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aCustomer, aGroup, add, manyCustomers, membersInTable, unique } from "../helpers/shop"

const people = (ids: string[]) => ids.map((id) => ({ id }))

/** What the e-mail addresses of `manyCustomers` begin with. */
const tagOf = (ids: string[]) => ids[0].slice("cus_".length, "cus_".length + 8)

const shows = (dialog: Locator, rows: number) =>
  eventually(async () => expect(await cellsIn(dialog)).toHaveLength(rows))

describe("adding customers to a group", () => {
  it("G8 shows all customers with search, filters and pages; those in the group can't be chosen", async () => {
    const ids = await manyCustomers(23)
    const tag = tagOf(ids)
    const group = await aGroup(undefined, people(ids.slice(0, 2)))
    const other = await aGroup(undefined, people(ids.slice(1, 4)))

    const page = await visit(`/app/groups/${group.id}`)
    await page.getByRole("link", { name: "Add", exact: true }).click()
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    const { data: all } = await api("GET", `/admin/customer-groups/${group.id}/candidates?limit=1`)
    await dialog.getByText(`1 – 20 of ${all.count.toLocaleString("en")}`).waitFor()

    await dialog.getByRole("searchbox").fill(tag)
    await dialog.getByText("1 – 20 of 23").waitFor()
    await shows(dialog, 20)
    await dialog.getByRole("button", { name: "Next" }).click()
    await dialog.getByText("21 – 23 of 23").waitFor()
    await shows(dialog, 3)
    expect(addressOf(page)).toEqual({ add_q: tag, add_offset: "20" })
    await dialog.getByRole("button", { name: "Prev" }).click()

    await dialog.getByRole("button", { name: "Add filter" }).click()
    await page.getByRole("menuitem", { name: "Customer group" }).click()
    await page.getByRole("textbox", { name: "Search Customer group" }).fill(other.name)
    await page.getByRole("checkbox", { name: other.name }).click()
    await page.keyboard.press("Escape")
    await dialog.getByText("1 – 3 of 3").waitFor()
    await shows(dialog, 3)

    const member = dialog.getByRole("row").filter({ hasText: "already in the group" })
    expect(await member.count()).toBe(1)
    expect(await member.getByRole("checkbox").isDisabled()).toBe(true)
    expect(await member.getByRole("checkbox").isChecked()).toBe(true)
    await member.getByText("Number 2", { exact: true }).click()
    await dialog.getByText("0 chosen").waitFor()
    await dialog.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await dialog.getByText("2 chosen").waitFor()
    await dialog.getByRole("button", { name: "Save" }).click()

    await toast(page, "2 customers were added to the group.")
    expect(await membersInTable(group)).toEqual(ids.slice(0, 4))
  })

  it("G8 narrows the customers by country", async () => {
    const group = await aGroup()
    const page = await visit(`/app/groups/${group.id}/add-customers`)
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    await dialog.waitFor()

    await addFilter(page, "Country", "Germany")
    const { rows } = await db.query(
      `select count(*)::int as customers from customer where deleted_at is null and id in
         (select customer_id from customer_address where country_code = 'de' and deleted_at is null)`,
    )
    expect(rows[0].customers).toBeGreaterThan(20)
    await dialog.getByText(`1 – 20 of ${rows[0].customers.toLocaleString("en")}`).waitFor()
    expect(addressOf(page)).toEqual({ add_country_code: '["de"]' })
  })

  it("G9 adds customers chosen over several pages; the number is right and nobody is a member twice", async () => {
    const ids = await manyCustomers(45)
    const group = await aGroup(undefined, people(ids.slice(0, 1)))

    const page = await visit(`/app/groups/${group.id}`)
    await page.getByRole("link", { name: "Add", exact: true }).click()
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    await dialog.getByRole("searchbox").fill(tagOf(ids))
    await dialog.getByText("1 – 20 of 45").waitFor()
    await dialog.getByRole("columnheader", { name: "Email" }).getByRole("button").click()
    await eventually(() => expect(addressOf(page).add_order).toMatch(/email/))
    await eventually(async () => expect((await cellsIn(dialog))[0][2]).toMatch(/^.{8}(10|9)@/))

    await dialog.getByRole("checkbox", { name: "Choose all on this page" }).click()
    const onFirst = (await cellsIn(dialog)).filter((cells) => !cells[1].includes("already")).map((cells) => cells[2])
    await dialog.getByText(`${onFirst.length} chosen`).waitFor()
    await dialog.getByRole("button", { name: "Next" }).click()
    await dialog.getByText("21 – 40 of 45").waitFor()
    await eventually(async () => expect((await cellsIn(dialog))[0][2]).not.toMatch(/^.{8}(10|9)@/))
    // By the checkbox, and by a click on the row.
    const [first, second] = await cellsIn(dialog)
    await dialog.getByRole("checkbox", { name: `Choose ${first[1]}`, exact: true }).click()
    await dialog.getByText(second[2], { exact: true }).click()
    const chosen = [...onFirst, first[2], second[2]]
    await dialog.getByText(`${chosen.length} chosen`).waitFor()

    // Meanwhile somebody else adds one of them.
    const { rows } = await db.query("select id from customer where email = $1", [first[2]])
    await add(group, rows)
    await dialog.getByRole("button", { name: "Save" }).click()

    await toast(page, `${chosen.length - 1} customers were added to the group.`)
    await eventually(async () => expect(await dialog.count()).toBe(0))
    expect(addressOf(page)).toEqual({})
    const members = await membersInTable(group)
    expect(members).toHaveLength(chosen.length + 1)
    expect(new Set(members).size).toBe(members.length)
    const { rows: added } = await db.query("select id from customer where email = any($1)", [chosen])
    expect(members).toEqual([ids[0], ...added.map(({ id }) => id as string)].sort())
    await page.getByText(`1 – 20 of ${members.length}`).waitFor()

    const { data } = await api("GET", `/admin/customer-groups/${group.id}/overview`)
    expect(data.customer_group.member_count).toBe(members.length)
  })

  it("adds all that match but one", async () => {
    const ids = await manyCustomers(26)
    const group = await aGroup()

    const page = await visit(`/app/groups/${group.id}/add-customers?add_q=${tagOf(ids)}`)
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    await dialog.getByText("1 – 20 of 26").waitFor()
    await dialog.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await dialog.getByRole("button", { name: "Choose all 26 that match" }).click()
    await dialog.getByRole("checkbox", { name: "Choose Number 26", exact: true }).click()
    await dialog.getByText("25 of 26 that match are chosen.").waitFor()
    await dialog.getByRole("button", { name: "Save" }).click()

    await toast(page, "25 customers were added to the group.")
    expect(await membersInTable(group)).toEqual(ids.slice(0, 25))
  })

  it("says so when nobody is chosen, and saves once somebody is", async () => {
    const customer = await aCustomer({ first_name: "Una", last_name: unique() })
    const group = await aGroup()

    const page = await visit(`/app/groups/${group.id}/add-customers?add_q=${customer.email}`)
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    await dialog.getByRole("button", { name: "Save" }).click()
    await dialog.getByText("Choose at least one customer.").waitFor()
    await dialog.getByRole("checkbox", { name: /^Choose Una/ }).click()
    await dialog.getByText("1 chosen").waitFor()
    await dialog.getByRole("button", { name: "Save" }).click()

    await toast(page, "1 customer was added to the group.")
    expect(await membersInTable(group)).toEqual([customer.id])
  })

  it("asks before a choice is thrown away", async () => {
    const customer = await aCustomer({ first_name: "Ole", last_name: unique() })
    const group = await aGroup()

    const page = await visit(`/app/groups/${group.id}/add-customers`)
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    await dialog.getByRole("searchbox").fill(customer.email)
    await dialog.getByText("1 – 1 of 1").waitFor()
    await dialog.getByRole("checkbox", { name: /^Choose Ole/ }).click()
    await dialog.getByRole("button", { name: "Cancel" }).click()
    await page.getByText("unsaved changes").waitFor()
    await page.getByRole("button", { name: "Continue" }).click()
    await eventually(async () => expect(await dialog.count()).toBe(0))
    expect(await membersInTable(group)).toEqual([])
  })
})
