import { type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { type Variant, aPriceList, aVariant, groupRule, priceFor } from "../helpers/offers"
import { aCustomer, aGroup, add, unique } from "../helpers/shop"

const AMOUNT = 3

/** Checks groups in the picker of Medusa's price list forms; a second check takes one out. */
const pickGroups = async (page: DashboardPage, names: string[]) => {
  await page.getByRole("button", { name: "Browse" }).click()
  const picker = page.getByRole("dialog").last()
  for (const name of names) {
    await picker.getByPlaceholder("Search").fill(name)
    const row = picker.getByRole("row").filter({ hasText: name })
    await eventually(async () => expect(await picker.locator("tbody tr").count()).toBe(1))
    await row.getByRole("checkbox").click()
  }
  await picker.getByRole("button", { name: "Save" }).click()
}

/** Makes a price list for a group in the dashboard's form: its details, one product, and the variant's price in euros. */
const makePriceList = async (page: DashboardPage, title: string, group: { name: string }, variant: Variant) => {
  const next = () => page.getByRole("button", { name: "Continue" }).click()
  const { rows } = await db.query("select title from product where id = $1", [variant.product_id])
  const product: string = rows[0].title

  await page.locator("input[name=title]").fill(title)
  await page.locator("textarea[name=description]").fill("Made in the dashboard")
  await pickGroups(page, [group.name])
  await page.getByLabel("Details").getByText(group.name).waitFor()
  await next()

  await page.getByRole("dialog").getByPlaceholder("Search").fill(product)
  const row = page.getByRole("row").filter({ has: page.getByText(product, { exact: true }) })
  await row.getByRole("checkbox").click()
  await next()

  const field = `products.${variant.product_id}.variants.${variant.id}.currency_prices.eur.0.amount`
  const cell = page
    .locator("[data-row-index][data-column-index]")
    .filter({ has: page.locator(`[data-field="${field}"]`) })
  await cell.click()
  await page.keyboard.type(String(AMOUNT))
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await page.waitForURL(/\/app\/price-lists\/plist_/)
  return { id: new URL(page.url()).pathname.split("/").pop()! }
}

/** Takes a customer out of a group on the group's page. */
const removeOnPage = async (page: DashboardPage, group: { id: string }, email: string) => {
  await page.goto(`/app/groups/${group.id}?m_q=${email}`)
  await page.getByText("1 – 1 of 1").first().waitFor()
  await page.locator("tbody").getByRole("checkbox").click()
  await page.keyboard.press("r")
  await page.getByRole("alertdialog").getByRole("button", { name: "Continue" }).click()
  await toast(page, "1 customer was removed from the group.")
}

describe("price lists for a customer group", () => {
  it("G21 made in the dashboard's form, gives the price to customers in the group from the very next request until they leave", async () => {
    const [member, leaver, inTwo, other] = [await aCustomer(), await aCustomer(), await aCustomer(), await aCustomer()]
    const group = await aGroup(`Prices ${unique()}`, [member, leaver])
    await aGroup(`Second ${unique()}`, [inTwo, other])
    const variant = await aVariant()
    expect(variant.price).toBeGreaterThan(AMOUNT)
    expect(await priceFor(member, variant)).toBe(variant.price)

    const title = `Prices ${unique()}`
    const page = await visit("/app/price-lists/create")
    const list = await makePriceList(page, title, group, variant)
    await page.getByRole("link", { name: group.name }).waitFor()
    await page.getByText("Reaches 2 customers").waitFor()
    const { data } = await api("GET", `/admin/price-lists/${list.id}`)
    expect(data.price_list).toMatchObject({ title, status: "active", rules: { [groupRule]: [group.id] } })

    expect(await priceFor(member, variant)).toBe(AMOUNT)
    expect(await priceFor(other, variant)).toBe(variant.price)
    expect(await priceFor("nobody", variant)).toBe(variant.price)
    // In two groups, only one of which has the price.
    expect(await priceFor(inTwo, variant)).toBe(variant.price)
    await add(group, [inTwo])
    expect(await priceFor(inTwo, variant)).toBe(AMOUNT)

    await removeOnPage(page, group, leaver.email)
    expect(await priceFor(leaver, variant)).toBe(variant.price)
    await removeOnPage(page, group, inTwo.email)
    expect(await priceFor(inTwo, variant)).toBe(variant.price)
    expect(await priceFor(member, variant)).toBe(AMOUNT)

    // The group's page says where it is used; deleting the group ends the price.
    await page.getByRole("link", { name: title }).waitFor()
    await api("DELETE", `/admin/customer-groups/${group.id}`)
    expect(await priceFor(member, variant)).toBe(variant.price)
  })

  it("follow a condition that is changed in the dashboard's form", async () => {
    const [before, after] = [await aCustomer(), await aCustomer()]
    const [first, second] = [await aGroup(`First ${unique()}`, [before]), await aGroup(`Then ${unique()}`, [after])]
    const variant = await aVariant()
    const list = await aPriceList({ for: first, prices: [{ variant, amount: AMOUNT }] })
    expect(await priceFor(before, variant)).toBe(AMOUNT)

    const page = await visit(`/app/price-lists/${list.id}/configuration`)
    const drawer = page.getByRole("dialog").first()
    await drawer.getByText(first.name).waitFor()
    await pickGroups(page, [first.name, second.name])
    await drawer.getByText(second.name).waitFor()
    await drawer.getByRole("button", { name: "Save" }).click()
    await page.getByRole("link", { name: second.name }).waitFor()

    expect(await priceFor(before, variant)).toBe(variant.price)
    expect(await priceFor(after, variant)).toBe(AMOUNT)
    await api("DELETE", `/admin/price-lists/${list.id}`)
  })
})
