import { type DashboardPage, chooseAction, toast, visit } from "../helpers/dashboard"
import { api } from "../helpers/http"
import { aVariant, cartOf, groupRule, putIntoCart } from "../helpers/offers"
import { aCustomer, aGroup, add, unique } from "../helpers/shop"

/** Makes a promotion of 10 % off the order with the condition Customer Group, in the dashboard's form. */
const makePromotion = async (page: DashboardPage, code: string, group: { name: string }) => {
  const next = () => page.getByRole("button", { name: "Continue" }).click()
  await page.getByRole("radio", { name: /Percentage off order/ }).click()
  await next()

  await page.getByRole("radio", { name: /^Active/ }).click()
  await page.locator("input[name=code]").fill(code)
  await page.getByRole("button", { name: "Add condition" }).first().click()
  await page.getByRole("combobox").filter({ hasText: "Select attribute" }).click()
  await page.getByRole("option", { name: "Customer Group" }).click()
  await page.getByRole("combobox").filter({ hasText: "Select Operator" }).click()
  await page.getByRole("option", { name: "In", exact: true }).click()
  await page.getByPlaceholder("Select values").fill(group.name)
  await page.getByRole("option", { name: group.name }).click()
  await page.locator("input[name='application_method.value']").fill("10")
  await next()
  await page.getByRole("button", { name: "Save" }).click()
  await page.waitForURL("**/app/promotions/promo_*")
}

describe("promotions for a customer group", () => {
  it("G22 gives the discount to carts of customers in the group, and to no others", async () => {
    const [member, leaver, inTwo, other] = [await aCustomer(), await aCustomer(), await aCustomer(), await aCustomer()]
    const group = await aGroup(`Promotion ${unique()}`, [member, leaver])
    await aGroup(`Second ${unique()}`, [inTwo, other])
    const variant = await aVariant()
    const code = `G22${unique().toUpperCase()}`

    const page = await visit("/app/promotions/create")
    await makePromotion(page, code, group)
    await page.getByRole("link", { name: group.name }).waitFor()
    await page.getByText("Reaches 2 customers").waitFor()
    const id = new URL(page.url()).pathname.split("/").pop()!
    const { data } = await api("GET", `/admin/promotions/${id}`)
    expect(data.promotion.rules).toMatchObject([
      { attribute: groupRule, operator: "in", values: [{ value: group.id }] },
    ])

    const promotion = { code }
    const discountOf = async (customer: Parameters<typeof cartOf>[0]) =>
      (await cartOf(customer, variant, promotion)).discount_total
    const tenPercent = expect.closeTo(variant.price / 10, 1)
    expect(await discountOf(member)).toEqual(tenPercent)
    expect(await discountOf(other)).toBe(0)
    expect(await discountOf("nobody")).toBe(0)
    // In two groups, only one of which has the discount.
    expect(await discountOf(inTwo)).toBe(0)
    await add(group, [inTwo])
    expect(await discountOf(inTwo)).toEqual(tenPercent)

    // Leaving ends it for new carts, and for one with the discount as soon as it changes.
    const cart = await cartOf(leaver, variant, promotion)
    expect(cart.discount_total).toEqual(tenPercent)
    await page.goto(`/app/groups/${group.id}?m_q=${leaver.email}`)
    await chooseAction(page, leaver.email, "Remove")
    await page.getByRole("alertdialog").getByRole("button", { name: "Continue" }).click()
    await toast(page, "1 customer was removed from the group.")
    expect(await discountOf(leaver)).toBe(0)
    expect((await putIntoCart(cart, leaver, variant)).discount_total).toBe(0)
    expect(await discountOf(member)).toEqual(tenPercent)

    await page.getByRole("link", { name: code }).waitFor()
    await api("DELETE", `/admin/customer-groups/${group.id}`)
    expect(await discountOf(member)).toBe(0)
  })
})
