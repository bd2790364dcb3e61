import { eventually, tableShows, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aCustomer, aGroup, unique } from "../helpers/shop"

const groupsNamed = async (name: string) => {
  const { rows } = await db.query("select id, name from customer_group where lower(name) = lower($1)", [name])
  return rows as { id: string; name: string }[]
}

describe("creating a customer group", () => {
  it("G4 creates a group with a name, says so, and opens its details page", async () => {
    const name = `Created ${unique()}`
    const page = await visit("/app/groups")
    await page.getByRole("link", { name: "Create", exact: true }).click()
    await page.getByLabel("Name").fill(`  ${name} `)
    await page.getByRole("button", { name: "Create", exact: true }).click()

    await toast(page, `Customer group “${name}” was created.`)
    await page.waitForURL("**/app/groups/cusgroup_*")
    await page.getByRole("heading", { name, exact: true }).waitFor()
    await page.getByText("No customers in this group yet").waitFor()

    const [group, ...others] = await groupsNamed(name)
    expect(others).toEqual([])
    expect(new URL(page.url()).pathname).toBe(`/app/groups/${group.id}`)
    const { data } = await api("GET", `/admin/customer-groups/${group.id}/overview`)
    expect(data.customer_group).toMatchObject({ name, member_count: 0, kind: "manual" })

    await page.goto(`/app/groups?q=${encodeURIComponent(name)}`)
    await tableShows(page, [name])
  })

  it("G5 says beside the field that a name is missing or taken, and creates nothing", async () => {
    const taken = await aGroup(`Taken ${unique()}`)
    const { rows: before } = await db.query("select count(*)::int from customer_group")

    const page = await visit("/app/groups/create")
    const create = page.getByRole("button", { name: "Create", exact: true })
    const field = page.getByLabel("Name")
    await field.waitFor()
    await create.click()
    await page.getByText("A name is required.").waitFor()
    await field.fill("   ")
    await create.click()
    await page.getByText("A name is required.").waitFor()
    expect(await field.getAttribute("aria-invalid")).toBe("true")

    // Said as soon as the field is left, and again when it is sent all the same.
    const message = `A customer group named “${taken.name}” exists already.`
    await field.fill(taken.name)
    await page.keyboard.press("Tab")
    await page.getByText(message).waitFor()
    await create.click()
    await page.getByText(message).waitFor()
    expect(page.url()).toMatch(/\/app\/groups\/create$/)
    await field.fill("x".repeat(256))
    await create.click()
    await page.getByText("A name has at most 255 characters.").waitFor()

    await page.getByRole("button", { name: "Cancel" }).click()
    const { rows: after } = await db.query("select count(*)::int from customer_group")
    expect(after).toEqual(before)
  })

  it("G6 opens the details page of a group that is clicked: general, customers and metadata", async () => {
    const customer = await aCustomer({ first_name: "Ida", last_name: unique() })
    const group = await aGroup(`Clicked ${unique()}`, [customer])
    await api("POST", `/admin/customer-groups/${group.id}`, { metadata: { tier: "gold", region: "north" } })

    const page = await visit(`/app/groups?q=${encodeURIComponent(group.name)}`)
    // On the row, beside the name.
    await page.getByRole("row").filter({ hasText: group.name }).getByText("Manual").click()
    await page.waitForURL(`**/app/groups/${group.id}`)

    for (const name of [group.name, "Customers", "Activity", "Used in", "Metadata"])
      await page.getByRole("heading", { name, exact: true }).waitFor()
    await page.getByText("2 keys").first().waitFor()
    await page.getByText("JSON").first().waitFor()
    await page.getByText(customer.email).waitFor()
    await tableShows(page, [`Ida ${(customer as { last_name?: string }).last_name}`])
    await eventually(async () => expect(await page.title()).toContain("Medusa"))

    await page.goBack()
    await page.getByRole("link", { name: group.name }).click()
    await page.waitForURL(`**/app/groups/${group.id}`)
  })
})
