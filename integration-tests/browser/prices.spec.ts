import { type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { api } from "../helpers/http"
import { aPriceList, aVariant, groupRule, priceFor } from "../helpers/offers"
import { aCustomer, aGroup, add, unique } from "../helpers/shop"

const AMOUNT = 3

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
  it("G21 gives the price to customers in the group, whose condition is set in the dashboard's form, from the very next request until they leave", async () => {
    const [member, leaver, inTwo, other] = [await aCustomer(), await aCustomer(), await aCustomer(), await aCustomer()]
    const group = await aGroup(`Prices ${unique()}`, [member, leaver])
    const second = await aGroup(`Second ${unique()}`, [inTwo, other])
    const variant = await aVariant()
    expect(variant.price).toBeGreaterThan(AMOUNT)
    const list = await aPriceList({ for: second, prices: [{ variant, amount: AMOUNT }] })
    expect(await priceFor(member, variant)).toBe(variant.price)

    // The condition: this group instead of the other one.
    const page = await visit(`/app/price-lists/${list.id}/configuration`)
    const drawer = page.getByRole("dialog").first()
    await drawer.getByText(second.name).waitFor()
    await drawer.getByRole("button", { name: "Browse" }).click()
    const picker = page.getByRole("dialog").last()
    for (const { name } of [second, group]) {
      await picker.getByPlaceholder("Search").fill(name)
      const row = picker.getByRole("row").filter({ hasText: name })
      await eventually(async () => expect(await picker.locator("tbody tr").count()).toBe(1))
      await row.getByRole("checkbox").click()
    }
    await picker.getByRole("button", { name: "Save" }).click()
    await drawer.getByText(group.name).waitFor()
    await eventually(async () => expect(await drawer.getByText(second.name).count()).toBe(0))
    await drawer.getByRole("button", { name: "Save" }).click()
    await page.waitForURL(`**/app/price-lists/${list.id}`)
    await page.getByRole("link", { name: group.name }).waitFor()
    await page.getByText("Reaches 2 customers").waitFor()
    const { data } = await api("GET", `/admin/price-lists/${list.id}`)
    expect(data.price_list.rules).toEqual({ [groupRule]: [group.id] })

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
    await page.getByRole("link", { name: list.title }).waitFor()
    await api("DELETE", `/admin/customer-groups/${group.id}`)
    expect(await priceFor(member, variant)).toBe(variant.price)
  })
})
