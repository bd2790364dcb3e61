import {
  addFilter,
  addressOf,
  cellsIn,
  chooseAction,
  eventually,
  linksIn,
  tableShows,
  toast,
  visit,
} from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aGroup, anAutomaticGroup, type Group, manyCustomers, named, unique } from "../helpers/shop"

type Overview = { id: string; name: string; member_count: number }

const overview = async (query: string): Promise<{ customer_groups: Overview[]; count: number }> => {
  const { data } = await api("GET", `/admin/customer-groups/overview?${query}`)
  return data
}
const namesOf = async (query: string) => (await overview(query)).customer_groups.map(({ name }) => name)

describe("the list of customer groups", () => {
  it("G1 opens from the sidebar and shows all groups with their customers, kind, created and updated", async () => {
    const customers = await manyCustomers(3)
    const group = await aGroup(
      `Sidebar ${unique()}`,
      customers.map((id) => ({ id })),
    )

    const page = await visit("/app/customers")
    // Medusa's own entry stands there until the dashboard knows which ones are hidden.
    const entry = page.getByRole("link", { name: "Customer Groups" })
    await eventually(async () => expect(await entry.count()).toBe(1))
    await entry.click()
    await page.waitForURL("**/app/groups")

    const { customer_groups: groups, count } = await overview("limit=20")
    await tableShows(
      page,
      groups.map(({ name }) => name),
    )
    const headers = (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim())
    expect(headers.filter(Boolean)).toEqual([
      "Name",
      "Kind",
      "Customers",
      "30 days",
      "Criteria",
      "Used in",
      "Updated",
      "Created",
    ])
    await page.getByText(`1 – ${groups.length} of ${count}`).waitFor()

    const [cells] = await cellsIn(page)
    const { rows } = await db.query(
      "select count(distinct customer_id)::int as members from customer_group_customer where customer_group_id = $1",
      [group.id],
    )
    expect(cells.slice(0, 3)).toEqual([group.name, "Manual", String(rows[0].members)])
    expect(cells[6]).toMatch(/ago|now/i)
    expect(cells[7]).toContain(String(new Date().getFullYear()))

    const { rows: all } = await db.query("select count(*)::int as groups from customer_group where deleted_at is null")
    expect(count).toBe(all[0].groups)
  })

  it("G2 narrows the list to names that match while one types", async () => {
    const tag = unique()
    const oak = await aGroup(`${tag} Oak`)
    const oats = await aGroup(`${tag} Oats 100%`)
    await aGroup(`${tag} Rye`)

    const page = await visit("/app/groups")
    const search = page.getByRole("searchbox", { name: "Search Customer Groups" })
    await search.pressSequentially(`${tag} oa`)
    await tableShows(page, [oats.name, oak.name])
    await search.pressSequentially("k")
    await tableShows(page, [oak.name])
    expect(await namesOf(`q=${encodeURIComponent(`${tag} oak`)}`)).toEqual([oak.name])

    // A per cent sign is one to find, not "anything".
    await search.fill(`${tag} Oats 100%`)
    await tableShows(page, [oats.name])
    await search.fill(`${tag} 0%`)
    await page.getByText("No results").waitFor()
    await search.fill("")
    await tableShows(page, await namesOf("limit=20"))
  })

  it("G3 filters, sorts and turns the page, and keeps that in the address for a reload and a shared link", async () => {
    const tag = unique()
    const customers = (await manyCustomers(30)).map((id) => ({ id }))
    for (let number = 1; number <= 24; number++)
      await aGroup(`${tag} ${String(number).padStart(2, "0")}`, customers.slice(0, number > 2 ? number : 0))

    const page = await visit(`/app/groups?q=${tag}`)
    await tableShows(page, await namesOf(`q=${tag}`))

    await page.getByRole("button", { name: "Next" }).click()
    await tableShows(page, await namesOf(`q=${tag}&offset=20`))
    expect(await linksIn(page)).toHaveLength(4)
    expect(addressOf(page)).toEqual({ q: tag, offset: "20" })
    await page.getByRole("button", { name: "Prev" }).click()
    await eventually(() => expect(addressOf(page)).toEqual({ q: tag }))

    await addFilter(page, "Customers", "With customers")
    await eventually(() => expect(addressOf(page)).toEqual({ q: tag, has_customers: "true" }))
    await page.getByText("1 – 20 of 22").waitFor()
    await addFilter(page, "Kind", "Manual")
    await addFilter(page, "Created", "Last 7 days")
    await addFilter(page, "Updated", "Today")
    await eventually(() =>
      expect(Object.keys(addressOf(page)).sort()).toEqual(["created_at", "has_customers", "kind", "q", "updated_at"]),
    )

    await page.getByRole("columnheader", { name: "Customers" }).getByRole("button").click()
    await eventually(() => expect(addressOf(page)).toMatchObject({ order: expect.stringMatching(/member_count/) }))
    const { order } = addressOf(page)
    await page.getByRole("button", { name: "Next" }).click()
    const expected = await namesOf(`q=${tag}&has_customers=true&order=${order}&offset=20`)
    expect(expected).toHaveLength(2)
    await tableShows(page, expected)
    const counts = (await cellsIn(page)).map((cells) => Number(cells[2]))
    expect(counts).toEqual(order.startsWith("-") ? [4, 3] : [23, 24])

    const address = page.url()
    await page.reload()
    await tableShows(page, expected)
    expect(page.url()).toBe(address)
    expect(await page.getByRole("searchbox").inputValue()).toBe(tag)

    const shared = await visit(address)
    await tableShows(shared, expected)
    await shared.getByText("21 – 22 of 22").waitFor()
    await shared.getByText("With customers").waitFor()

    // Back leads to the page before; a cleared filter shows all again.
    await page.goBack()
    await page.getByRole("button", { name: "Clear all" }).click()
    await page.getByText("1 – 20 of 24").waitFor()
    expect(Object.keys(addressOf(page)).sort()).toEqual(["order", "q"])
  })

  describe("for automatic groups", () => {
    const aNamedGroup = (name: string) => anAutomaticGroup(named(name), { name })

    it("says the criteria in the language of the dashboard, with all of it on hover", async () => {
      const group = await aNamedGroup(`Said ${unique()}`)
      const address = `/app/groups?q=${encodeURIComponent(group.name)}`
      const page = await visit(address)
      await tableShows(page, [group.name])
      const sentence = `first name is “${group.name}”`
      expect((await cellsIn(page))[0]![4]).toBe(sentence)
      await page.getByRole("cell").getByText(sentence).hover()
      await page.getByRole("tooltip").filter({ hasText: sentence }).waitFor()

      const german = await visit(address, { language: "de" })
      await tableShows(german, [group.name])
      expect((await cellsIn(german))[0]![4]).toBe(`Vorname ist „${group.name}“`)
    })

    it("shows which ones are held, failed, paused, or being evaluated, what to do about it, and finds them", async () => {
      const tag = unique()
      const [held, failed, paused, running, calm] = await Promise.all(
        ["held", "failed", "paused", "running", "calm"].map((name) => aNamedGroup(`${tag} ${name}`)),
      )
      for (const [group, status] of [
        [held, "held"],
        [running, "running"],
      ] as const)
        await db.query(
          `insert into customer_group_operation (id, group_id, type, status, reason, details)
           values ('cgop_' || $1::text, $2, 'evaluate', $3, 'by_hand', '{"joins": 3, "leaves": 0}')`,
          [unique(), group!.id, status],
        )
      await db.query("update customer_group_criteria set error = $1 where group_id = $2", [
        { message: "The database was away." },
        failed!.id,
      ])
      await api("POST", `/admin/customer-groups/${paused!.id}/criteria/pause`, {})

      const page = await visit(`/app/groups?q=${tag}&order=name`)
      const row = (group: Group | undefined) => page.getByRole("row").filter({ hasText: group!.name })
      await tableShows(page, await namesOf(`q=${tag}&order=name`))
      const signs: [Group | undefined, RegExp][] = [
        [held, /^Held: .* Open the group to apply or discard it/],
        [failed, /^Failed: .* evaluate it again/],
        [paused, /^Paused: .* Open the group to resume it/],
        [running, /^Evaluating: .* nothing to do/],
      ]
      for (const [group, sign] of signs) await row(group).getByRole("img", { name: sign }).waitFor()
      const anySign = { name: /^(Held|Failed|Paused|Evaluating|Waiting): / }
      expect(await row(calm).getByRole("img", anySign).count()).toBe(0)
      await row(held).getByRole("img", { name: /^Held/ }).hover()
      await page.getByRole("tooltip").filter({ hasText: "Open the group to apply or discard it" }).waitFor()

      await addFilter(page, "Criteria", "Paused")
      await tableShows(page, [paused!.name])
      expect(addressOf(page)).toMatchObject({ criteria_status: '["paused"]' })
    })

    it("evaluates one from its menu; a manual group, or one that waits for a person, is not offered that", async () => {
      const group = await aNamedGroup(`Evaluated ${unique()}`)
      const manual = await aGroup()
      const page = await visit(`/app/groups?q=${encodeURIComponent(group.name)}`)
      await chooseAction(page, group.name, "Evaluate now")
      await toast(page, `“${group.name}” was evaluated: 0 joined, 0 left.`)

      const offeredFor = async ({ name }: { name: string }) => {
        await page.goto(`/app/groups?q=${encodeURIComponent(name)}`)
        await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click()
        await page.getByRole("menuitem", { name: "Delete" }).waitFor()
        return page.getByRole("menuitem").allInnerTexts()
      }
      expect(await offeredFor(manual)).toEqual(["Edit", "Duplicate", "Combine …", "Delete"])
      await api("POST", `/admin/customer-groups/${group.id}/criteria/pause`, {})
      expect(await offeredFor(group)).toEqual(["Edit", "Duplicate", "Combine …", "Delete"])
    })
  })

  it("shows all its columns without scrolling sideways", async () => {
    const page = await visit("/app/groups")
    await page.locator("tbody tr").first().waitFor()
    const widths = await page.locator("table").evaluate(({ parentElement: frame }) => ({
      wanted: frame!.scrollWidth,
      given: frame!.clientWidth,
    }))
    expect(widths.wanted).toBe(widths.given)
  })
})
