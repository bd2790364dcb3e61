import type { Page } from "playwright-core"
import { loadAxe } from "../helpers/axe"
import { addressOf, eventually, visit, type DashboardPage } from "../helpers/dashboard"
import { anAddress, anOrderFact } from "../helpers/facts"
import { api, db } from "../helpers/http"
import { aCustomer, aGroup, atRest, unique, type Group } from "../helpers/shop"

const figures = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true })

const show = async (page: DashboardPage, title = "Insights") => {
  await page.getByRole("heading", { name: title, exact: true }).scrollIntoViewIfNeeded()
  return page
}

/** A group of three: two from Germany, of whom one has ordered; one is in another group too. */
const aShop = async () => {
  const customers = [await aCustomer(), await aCustomer(), await aCustomer()]
  const group = await aGroup(`VIP ${unique()}`, customers)
  const other = await aGroup(`Friends ${unique()}`, [customers[0]])
  await anAddress(customers[0], "de")
  await anAddress(customers[1], "de")
  await anOrderFact(customers[0], 1234.5)
  return { group, other, customers }
}

const insightsOf = async (group: Group, query = "") =>
  (await api("GET", `/admin/customer-groups/${group.id}/insights${query}`)).data.insights

it("show what the API says", async () => {
  const { group, other } = await aShop()
  const { size, orders, countries, overlaps } = await insightsOf(group)

  const page = await show(await visit(`/app/groups/${group.id}`))

  await figures(page, "Size").getByText(`${size.joined} joined`).waitFor()
  await figures(page, "Size").getByText(`${size.left} left`).waitFor()
  await figures(page, "Size")
    .getByRole("img", { name: /from 0 to 3 customers; 3 joined, 0 left/ })
    .waitFor()
  const [{ revenue, order_count }] = orders.currencies
  const money = new Intl.NumberFormat("en", { style: "currency", currency: "eur" }).format(revenue)
  await figures(page, "Orders").getByText(money, { exact: true }).waitFor()
  await figures(page, "Orders").getByText(`${order_count} order`, { exact: true }).waitFor()
  const country = figures(page, "Top countries").getByRole("listitem").filter({ hasText: "Germany" })
  expect(await country.innerText()).toMatch(new RegExp(`^Germany\\s+${countries.countries[0].customer_count}\\s*67%$`))
  const shared = figures(page, "In other groups too").getByRole("listitem").filter({ hasText: other.name })
  expect(await shared.innerText()).toMatch(new RegExp(`${overlaps.groups[0].shared_count}\\s*33%$`))
  await page.getByText(/^Worked out/).waitFor()
})

it("follow the period, which the address keeps", async () => {
  const { group, customers } = await aShop()
  // One of them joined 40 days ago, of whom the log knew nothing then.
  // What was not folded yet would be missing in the counts.
  await atRest()
  await db.query("delete from customer_group_outbox")
  await db.query("delete from customer_group_hourly_change")
  await db.query("update customer_group_customer set created_at = now() - interval '40 days' where customer_id = $1", [
    customers[0].id,
  ])
  const [year, month] = [await insightsOf(group, "?days=365"), await insightsOf(group, "?days=30")]
  expect(year.size.joined).not.toBe(month.size.joined)

  const page = await show(await visit(`/app/groups/${group.id}?i_days=365`))
  await figures(page, "Size").getByText(`${year.size.joined} joined`).waitFor()

  await page.getByRole("combobox", { name: "Period" }).click()
  await page.getByRole("option", { name: "Last 30 days" }).click()
  await figures(page, "Size").getByText(`${month.size.joined} joined`).waitFor()
  expect(addressOf(page)).toEqual({ i_days: "30" })
  await page.reload()
  await show(page)
  await figures(page, "Size").getByText(`${month.size.joined} joined`).waitFor()
})

it("can be read as a table, by the keyboard alone", async () => {
  const { group } = await aShop()
  const page = await show(await visit(`/app/groups/${group.id}?i_days=30`))

  const button = figures(page, "Size").getByRole("button", { name: "As table" })
  await button.focus()
  await page.keyboard.press("Enter")
  const rows = figures(page, "Size").getByRole("row")
  await eventually(async () => expect(await rows.count()).toBe(31))
  expect(await rows.nth(1).innerText()).toMatch(/3\s+3\s+0$/)

  // Tab goes into the table, which can be scrolled, and out of it again.
  await page.keyboard.press("Tab")
  await eventually(async () =>
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("region"),
  )
  await page.keyboard.press("Tab")
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Compare with …")
})

it("compare with groups that somebody chooses", async () => {
  const { group } = await aShop()
  const empty = await aGroup(`Empty ${unique()}`)
  const page = await show(await visit(`/app/groups/${group.id}`))
  const overlaps = figures(page, "In other groups too")

  await overlaps.getByRole("button", { name: "Compare with …" }).click()
  await page.getByRole("textbox", { name: /Search/ }).fill(empty.name)
  await page.getByRole("checkbox", { name: empty.name }).click()
  await overlaps.getByRole("link", { name: empty.name }).waitFor()
  await eventually(async () => expect(await overlaps.getByRole("listitem").count()).toBe(1))
  expect(addressOf(page)).toEqual({ i_with: empty.id })

  await page.getByRole("button", { name: "Clear all" }).click()
  await eventually(() => expect(addressOf(page)).toEqual({}))
})

it("say what they are for while nobody is in the group", async () => {
  const group = await aGroup()
  const page = await show(await visit(`/app/groups/${group.id}`))
  await page.getByText("No insights yet").waitFor()
})

it("say that orders are still being counted", async () => {
  const { group } = await aShop()
  await db.query("update customer_statistics_state set status = 'building', steps_done = 1, steps_total = 4")
  try {
    const page = await show(await visit(`/app/groups/${group.id}`))
    await figures(page, "Orders").getByText("still being counted: 25%").waitFor()
  } finally {
    await db.query("update customer_statistics_state set status = 'ready'")
  }
})

it("speak German in the dark", async () => {
  const { group } = await aShop()
  const page = await show(await visit(`/app/groups/${group.id}`, { theme: "dark", language: "de" }), "Einblicke")
  await figures(page, "Größe").getByText("3 dazu").waitFor()
  await figures(page, "Bestellungen")
    .getByText(/1\.234,50\s€/)
    .first()
    .waitFor()
  await figures(page, "Häufigste Länder").getByText("Deutschland").waitFor()
  await figures(page, "Auch in anderen Gruppen").waitFor()
  await figures(page, "Größe")
    .getByRole("img", { name: /von 0 auf 3 Kunden/ })
    .waitFor()
})

it("can be asked for again when they could not be loaded", async () => {
  const { group } = await aShop()
  const page = await visit("/app/groups")
  await page.route("**/insights?*", (route) => route.fulfill({ status: 500, json: { message: "Broken" } }))
  await page.goto(`/app/groups/${group.id}`)
  await show(page)
  await page.getByText("Broken").waitFor()
  await page.unroute("**/insights?*")
  page.problems.length = 0

  await page.getByRole("button", { name: "Retry" }).click()
  await figures(page, "Size").getByText("3 joined").waitFor()
})

it("say what somebody may not see, and show the rest", async () => {
  const { group } = await aShop()
  const page = await visit("/app/groups")
  await page.route("**/insights?*", async (route) => {
    const answer = await (await route.fetch()).json()
    const hidden = { status: "not_allowed" }
    Object.assign(answer.insights, answer.insights.orders && { orders: hidden, countries: hidden })
    await route.fulfill({ json: answer })
  })
  await page.goto(`/app/groups/${group.id}`)
  await show(page)
  for (const title of ["Orders", "Top countries"])
    await figures(page, title).getByText("You are not allowed to see this").waitFor()
  await figures(page, "Size").getByText("3 joined").waitFor()
})

it.each(["light", "dark"] as const)("have nothing serious for axe-core to find, %s", async (theme) => {
  const { group } = await aShop()
  const page = await show(await visit(`/app/groups/${group.id}`, { theme }))
  await figures(page, "In other groups too").getByRole("listitem").first().waitFor()
  await loadAxe(page)
  for (const button of ["As table", "As chart"]) {
    await figures(page, "Size").getByRole("button", { name: button }).click()
    const found = await page.evaluate(
      // @ts-expect-error -- put into the page above
      async () => (await axe.run(document.querySelector("section").parentElement.parentElement)).violations,
    )
    const serious = found.filter(({ impact }: { impact: string }) => /serious|critical/.test(impact))
    expect(serious.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [id, nodes[0]!.html])).toEqual([])
  }
})
