import { api, db } from "../helpers/http"
import { aGroup, unique, type Group } from "../helpers/shop"

const usageOf = async (group: Group) => (await api("GET", `/admin/customer-groups/${group.id}/usage`)).data.usage

const aPriceList = async (title: string, groups: Group[]) => {
  const { data } = await api("POST", "/admin/price-lists", {
    title,
    description: title,
    status: "active",
    rules: { "customer.groups.id": groups.map(({ id }) => id) },
  })
  return data.price_list
}

const aPromotion = async (code: string, operator: string, groups: Group[], where = "rules") => {
  const rule = { attribute: "customer.groups.id", operator, values: groups.map(({ id }) => id) }
  const { status, data } = await api("POST", "/admin/promotions", {
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: where === "target_rules" ? "items" : "order",
      ...(where === "target_rules" ? { allocation: "each", max_quantity: 1, target_rules: [rule] } : {}),
      value: 10,
      currency_code: "eur",
    },
    ...(where === "rules" ? { rules: [rule] } : {}),
  })
  expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
  return data.promotion
}

describe("GET /admin/customer-groups/:id/usage", () => {
  it("names price lists and promotions, with the kind of condition", async () => {
    const [vip, other] = [await aGroup("VIP"), await aGroup("Other")]
    const list = await aPriceList("Summer", [other, vip])
    await aPriceList("Winter", [other])
    const inGroup = await aPromotion("VIP10", "in", [vip])
    const notInGroup = await aPromotion("WELCOME", "ne", [vip])

    expect(await usageOf(vip)).toEqual({
      price_lists: [
        {
          id: list.id,
          title: "Summer",
          status: "active",
          type: "sale",
          starts_at: null,
          ends_at: null,
          never_matches: false,
        },
      ],
      prices: [],
      promotions: [
        { id: inGroup.id, code: "VIP10", status: "active", is_automatic: false, operator: "in", applies_to: "rules" },
        {
          id: notInGroup.id,
          code: "WELCOME",
          status: "active",
          is_automatic: false,
          operator: "ne",
          applies_to: "rules",
        },
      ],
    })
    const { data } = await api("GET", `/admin/customer-groups/${vip.id}/overview`)
    expect(data.customer_group.usage_count).toBe(3)
  })

  it("forgets what was deleted", async () => {
    const vip = await aGroup("VIP")
    const list = await aPriceList("Summer", [vip])
    const promotion = await aPromotion("VIP10", "in", [vip])
    await api("DELETE", `/admin/price-lists/${list.id}`)
    await api("DELETE", `/admin/promotions/${promotion.id}`)
    expect(await usageOf(vip)).toEqual({ price_lists: [], prices: [], promotions: [] })
  })

  it("marks a price list whose condition stands under a name that Medusa does not read", async () => {
    const vip = await aGroup("VIP")
    const { data } = await api("POST", "/admin/price-lists", {
      title: "Old",
      description: "Old",
      status: "active",
      rules: { customer_group_id: [vip.id] },
    })
    expect((await usageOf(vip)).price_lists).toMatchObject([{ id: data.price_list.id, never_matches: true }])
  })

  it("names single prices for the group", async () => {
    const vip = await aGroup("VIP")
    const { data } = await api("POST", "/admin/products", {
      title: "Boots",
      options: [{ title: "Size", values: ["42"] }],
      variants: [
        {
          title: "42",
          options: { Size: "42" },
          manage_inventory: false,
          prices: [
            { currency_code: "eur", amount: 100 },
            { currency_code: "eur", amount: 79.5, rules: { "customer.groups.id": vip.id } },
          ],
        },
      ],
    })
    // The product route takes only the rules it knows; a price for a group is made through the pricing module.
    if (!(await usageOf(vip)).prices.length) {
      const { rows } = await db.query("select id from price where amount = 79.5")
      await db.query(
        `insert into price_rule (id, price_id, attribute, value, operator, priority) values ($1, $2, 'customer.groups.id', $3, 'eq', 0)`,
        [`prule_${unique()}`, rows[0].id, vip.id],
      )
    }
    expect((await usageOf(vip)).prices).toMatchObject([
      { amount: 79.5, currency_code: "eur", product_id: data.product.id, product_title: "Boots", variant_title: "42" },
    ])
  })

  it("filters the overview by use", async () => {
    const [vip, other] = [await aGroup("VIP"), await aGroup("Other")]
    await aPriceList("Summer", [vip])
    const names = async (isUsed: boolean) =>
      (await api("GET", `/admin/customer-groups/overview?is_used=${isUsed}`)).data.customer_groups.map(
        (g: Group) => g.name,
      )
    expect([await names(true), await names(false)]).toEqual([["VIP"], [other.name]])
  })
})
