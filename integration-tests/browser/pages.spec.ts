import { aPriceList, aPromotion } from "../helpers/offers"
import { addressOf, cellsIn, eventually, linksIn, tableShows, visit } from "../helpers/dashboard"
import { api } from "../helpers/http"
import { aCustomer, aGroup, manyCustomers, unique } from "../helpers/shop"

const people = (ids: string[]) => ids.map((id) => ({ id }))

describe("our pages", () => {
  it.each(["light", "dark"] as const)("show no error in the console, %s", async (theme) => {
    const customers = people(await manyCustomers(25))
    const group = await aGroup(undefined, customers)
    await api("POST", `/admin/customer-groups/${group.id}`, { metadata: { tier: "gold", count: 3 } })
    await aPriceList({ for: group })
    await aPromotion({ for: group })

    const page = await visit("/app/groups", { theme })
    await page.locator("tbody tr").first().waitFor()
    expect(await page.locator("html").getAttribute("class")).toContain(theme)
    const details = `/app/groups/${group.id}`
    const sights: [path: string, sight: string][] = [
      ["/app/groups/create", "Create Customer Group"],
      [details, "1 – 20 of 25"],
      [`${details}/edit`, "Edit Customer Group"],
      [`${details}/add-customers`, "already in the group"],
      [`${details}/metadata`, "Some values are kept as they are"],
    ]
    for (const [path, sight] of sights) {
      await page.goto(path)
      await page.getByText(sight).first().waitFor()
      await page.waitForLoadState("networkidle")
      expect({ path, problems: page.problems }).toEqual({ path, problems: [] })
    }
  })

  it("say so when a group does not exist", async () => {
    const page = await visit("/app/groups/cusgroup_missing")
    await page
      .getByText(/404|not found/i)
      .first()
      .waitFor()
    // The browser reports what the test asked for.
    expect(page.problems.filter((problem) => !/404|not found/i.test(problem))).toEqual([])
    page.problems.length = 0
  })

  it("stand where old links lead", async () => {
    const group = await aGroup()
    const page = await visit("/app/customer-groups")
    await page.waitForURL("**/app/groups")
    await page.getByRole("searchbox", { name: "Search Customer Groups" }).waitFor()

    await page.goto(`/app/customer-groups/${group.id}`)
    await page.waitForURL(`**/app/groups/${group.id}`)
    await page.getByRole("heading", { name: group.name }).waitFor()
    await page.getByRole("heading", { name: "Activity" }).waitFor()

    await page.goto(`/app/customer-groups/${group.id}/edit`)
    await page.waitForURL(`**/app/groups/${group.id}/edit`)
    await page.getByRole("dialog").getByLabel("Name").waitFor()
  })

  it.each(["en", "de"] as const)(
    "show all columns of a group's customers without scrolling sideways, %s",
    async (language) => {
      const group = await aGroup(undefined, people(await manyCustomers(25)))
      const page = await visit(`/app/groups/${group.id}`, { language })
      await page.locator("tbody tr").first().waitFor()

      const widths = await page.locator("table").evaluate(({ parentElement: frame }) => ({
        wanted: frame!.scrollWidth,
        given: frame!.clientWidth,
      }))
      expect(widths.wanted).toBe(widths.given)
      expect((await cellsIn(page))[0].filter(Boolean)).toHaveLength(5)
    },
  )

  it("speak German when the dashboard does", async () => {
    const group = await aGroup(`Gruppe ${unique()}`)
    const page = await visit(`/app/groups?q=${encodeURIComponent(group.name)}`, { language: "de" })

    await page.getByRole("heading", { name: "Kundengruppen" }).waitFor()
    await page.getByRole("link", { name: "Erstellen", exact: true }).waitFor()
    await page.getByRole("button", { name: "Filter hinzufügen" }).waitFor()
    await page.getByRole("searchbox", { name: "Kundengruppen durchsuchen" }).waitFor()
    await tableShows(page, [group.name])
    const headers = (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim()).filter(Boolean)
    expect(headers).toEqual([
      "Name",
      "Art",
      "Kunden",
      "30 Tage",
      "Kriterien",
      "Verwendet in",
      "Aktualisiert",
      "Erstellt",
    ])
    expect((await cellsIn(page))[0][1]).toBe("Von Hand")
    await page.getByText("1 – 1 von 1").waitFor()
  })
})

describe("the state of the tables on a group's page", () => {
  it("survives a reload and a shared link", async () => {
    const ids = await manyCustomers(45)
    const group = await aGroup(undefined, people(ids))
    for (let change = 1; change <= 12; change++)
      await api("POST", `/admin/customer-groups/${group.id}`, { metadata: { change: String(change) } })

    const page = await visit(`/app/groups/${group.id}`)
    await page.getByText("1 – 20 of 45").waitFor()
    await page.getByRole("searchbox", { name: "Search Customers" }).fill("number")
    await eventually(() => expect(addressOf(page).m_q).toBe("number"))
    await page.getByRole("columnheader", { name: "Email" }).getByRole("button").click()
    await eventually(() => expect(addressOf(page).m_order).toMatch(/email/))
    const { m_order: order } = addressOf(page)
    const membersAt = async (offset: number): Promise<string[]> => {
      const query = `q=number&order=${order}&offset=${offset}`
      const { data } = await api("GET", `/admin/customer-groups/${group.id}/members?${query}`)
      return data.members.map(({ first_name }: { first_name: string }) => first_name)
    }
    await tableShows(page, await membersAt(0))
    await page.getByRole("button", { name: "Next" }).first().click()
    await page.getByText("21 – 40 of 45").waitFor()
    await page.getByRole("button", { name: "Next" }).last().click()
    await eventually(() =>
      expect(Object.keys(addressOf(page)).sort()).toEqual(["a_offset", "m_offset", "m_order", "m_q"]),
    )

    const expected = await membersAt(20)
    await tableShows(page, expected)
    const address = page.url()
    await page.reload()
    await tableShows(page, expected)
    expect(page.url()).toBe(address)

    const shared = await visit(address)
    await tableShows(shared, expected)
    await shared.getByText("11 – 14 of 14").waitFor()
    expect(await shared.getByRole("searchbox", { name: "Search Customers" }).inputValue()).toBe("number")
  })

  it("of the Add window survives a reload and is forgotten when it is closed", async () => {
    const ids = await manyCustomers(25)
    const group = await aGroup()
    const tag = ids[0].slice(4, 12)

    const page = await visit(`/app/groups/${group.id}/add-customers?add_q=${tag}&add_order=-email&add_offset=20`)
    const dialog = page.getByRole("dialog", { name: "Add Customers" })
    await dialog.getByText("21 – 25 of 25").waitFor()
    const shown = (await cellsIn(dialog)).map((cells) => cells[2])
    expect(shown).toHaveLength(5)
    await page.reload()
    await dialog.getByText("21 – 25 of 25").waitFor()
    expect((await cellsIn(dialog)).map((cells) => cells[2])).toEqual(shown)

    await dialog.getByRole("button", { name: "Cancel" }).click()
    await eventually(() => expect(page.url()).toMatch(new RegExp(`/app/groups/${group.id}$`)))
  })

  it("starts at the first page when one searches", async () => {
    const ids = await manyCustomers(25)
    const group = await aGroup(undefined, people(ids))
    const page = await visit(`/app/groups/${group.id}?m_offset=20`)
    await page.getByText("21 – 25 of 25").waitFor()
    await page.getByRole("searchbox", { name: "Search Customers" }).fill("number 7")
    await tableShows(page, ["Number 7"])
    expect(addressOf(page)).toEqual({ m_q: "number 7" })
  })
})

describe("the sections on Medusa's pages", () => {
  it("show the groups of a price list and of a promotion, and of a customer", async () => {
    const customers = [await aCustomer(), await aCustomer()]
    const group = await aGroup(undefined, customers)
    const list = await aPriceList({ for: group })
    const promotion = await aPromotion({ for: group })

    for (const path of [`/app/price-lists/${list.id}`, `/app/promotions/${promotion.id}`]) {
      const page = await visit(path)
      await page.getByRole("link", { name: group.name }).waitFor()
      await page.getByText("Reaches 2 customers").waitFor()
    }
    const page = await visit(`/app/customers/${customers[0].id}`)
    await page.getByRole("link", { name: group.name }).first().click()
    await page.waitForURL(`**/app/groups/${group.id}`)
    await page.getByRole("link", { name: list.title }).waitFor()
    await page.getByRole("link", { name: promotion.code }).waitFor()
    expect(await linksIn(page)).toHaveLength(2)
  })
})
