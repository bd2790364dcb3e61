import { addToOrder, exchange, receiveReturn, replace, requestReturn, takeBack } from "../helpers/after-sales"
import { expectMoves, expectToJoin, expectToLeave, groupOf, settle, waitFor } from "../helpers/following"
import { api, db } from "../helpers/http"
import {
  buyCart,
  checkOut,
  closeSales,
  fillCart,
  inStore,
  placeDraft,
  post,
  remove,
  salesIn,
  type Sales,
} from "../helpers/sales"
import { aCustomer, aGroup, add, atRest, type Customer, membersInTable, unique } from "../helpers/shop"

/**
 * Groups follow what happens in a shop, by Medusa's own routes and workflows in a running store: within seconds, so by
 * events, and not by the net that the database spreads a minute later.
 */

const hasOrdered = { attribute: "order_count", operator: "gte", value: 1 }
const bought = (variant: string) => ({ attribute: "purchased_variant", operator: "in", value: [variant] })
const spentOver = (value: number, amount: "total" | "paid" = "total") => ({
  attribute: "total_spent",
  operator: "gt",
  value,
  currency_code: "eur",
  amount,
})
const has = (attribute: string, value: unknown = true) => ({ attribute, operator: "eq", value })

afterEach(closeSales)

describe("an order", () => {
  let sales: Sales
  let anna: Customer
  beforeEach(async () => {
    sales = await salesIn()
    anna = await aCustomer({ has_account: true })
  })

  /** Of two of the first variant, so that the second can come in later. */
  const anOrder = () => checkOut(sales, { customer: anna, quantities: { [sales.variant]: 2 } })

  it("placed in the storefront counts", async () => {
    await expectToJoin(await groupOf(hasOrdered), anna, anOrder)
  })

  it("placed by a guest counts for the customer who is made of them", async () => {
    const email = `${unique()}@example.com`
    await expectToJoin(await groupOf(hasOrdered), { email }, () => checkOut(sales, { email }))
  })

  it("counts when a draft became one", async () => {
    const draft = await placeDraft(sales, { customer: anna, isConverted: false })
    await expectToJoin(await groupOf(hasOrdered), anna, () => post(`/admin/draft-orders/${draft.id}/convert-to-order`))
  })

  it("that is cancelled counts no more", async () => {
    const order = await anOrder()
    await expectToLeave(await groupOf(hasOrdered), anna, () => post(`/admin/orders/${order.id}/cancel`))
  })

  it("that is cancelled makes its customer one who has a cancelled order", async () => {
    const order = await anOrder()
    await expectToJoin(await groupOf(has("has_cancelled_order")), anna, () => post(`/admin/orders/${order.id}/cancel`))
  })

  it("that is completed is one of that status, and no more when it is archived", async () => {
    const order = await anOrder()
    const group = await groupOf({ attribute: "order_status", operator: "in", value: ["completed"] })
    await expectToJoin(group, anna, () => post(`/admin/orders/${order.id}/complete`))
    await expectToLeave(group, anna, () => post(`/admin/orders/${order.id}/archive`))
  })

  it("of which something comes back comes to less", async () => {
    const order = await anOrder()
    const group = await groupOf(spentOver(order.total - 1))
    await expectToLeave(group, anna, () => takeBack(sales, order))
  })

  it("of which something comes back makes its customer one who has returned something, when it is received", async () => {
    const order = await anOrder()
    const group = await groupOf(has("has_returned"))
    const returned = await requestReturn(sales, order)
    await expectToJoin(group, anna, () => receiveReturn(sales, order, returned))
  })

  it("with a claim has what is sent for what was broken", async () => {
    const order = await anOrder()
    await expectToJoin(await groupOf(bought(sales.secondVariant)), anna, () => replace(sales, order))
  })

  it("with an exchange has what is sent for what comes back", async () => {
    const order = await anOrder()
    await expectToJoin(await groupOf(bought(sales.secondVariant)), anna, () => exchange(sales, order))
  })

  it("that was edited has what was put in", async () => {
    const order = await anOrder()
    await expectToJoin(await groupOf(bought(sales.secondVariant)), anna, () => addToOrder(sales, order))
  })

  it("with a credit line comes to less", async () => {
    const order = await anOrder()
    const credit = { amount: 12.5, reference: "goodwill", reference_id: "x" }
    await expectToLeave(await groupOf(spentOver(order.total - 1)), anna, () =>
      post(`/admin/orders/${order.id}/credit-lines`, credit),
    )
  })

  it("that is paid counts as paid", async () => {
    const order = await anOrder()
    const [payment] = order.payment_collections[0].payments
    await expectToJoin(await groupOf(spentOver(0, "paid")), anna, () => post(`/admin/payments/${payment.id}/capture`))
  })

  it("that is refunded counts as paid less what went back", async () => {
    const order = await anOrder()
    const [payment] = order.payment_collections[0].payments
    await post(`/admin/payments/${payment.id}/capture`)
    await expectToLeave(await groupOf(spentOver(order.total - 1, "paid")), anna, () =>
      post(`/admin/payments/${payment.id}/refund`, { amount: 10 }),
    )
  })

  it("that a customer asks for counts for them once the guest who placed it has agreed, and no more for the guest", async () => {
    const guest = { email: `${unique()}@example.com` }
    const order = await checkOut(sales, guest)
    await inStore("POST", `/orders/${order.id}/transfer/request`, {}, { customer: anna.id })
    const { rows } = await db.query(
      "select details->>'token' as token from order_change_action where order_id = $1 and action = 'TRANSFER_CUSTOMER'",
      [order.id],
    )
    await expectMoves(await groupOf(hasOrdered), { joins: [anna], leaves: [guest] }, () =>
      inStore("POST", `/orders/${order.id}/transfer/accept`, { token: rows[0].token }),
    )
  })

  it("that is handed over to a guest counts for them, and no more for who had it", async () => {
    const guest = { email: `${unique()}@example.com` }
    const order = await anOrder()
    await expectMoves(await groupOf(hasOrdered), { joins: [guest], leaves: [anna] }, () =>
      post(`/admin/orders/${order.id}/transfer/guest`, guest),
    )
  })
})

describe("a customer", () => {
  /** The profile, as the dashboard changes it and as its owner does. */
  const profiles: [string, (customer: Customer, changed: object) => Promise<unknown>][] = [
    ["in the dashboard", ({ id }, changed) => post(`/admin/customers/${id}`, changed)],
    ["in the storefront", ({ id }, changed) => inStore("POST", "/customers/me", changed, { customer: id })],
  ]

  describe.each(profiles)("changed %s", (_, change) => {
    it.each(["first_name", "last_name", "company_name", "phone"])("is in by their new %s", async (attribute) => {
      const anna = await aCustomer({ has_account: true })
      await expectToJoin(await groupOf(has(attribute, "New")), anna, () => change(anna, { [attribute]: "New" }))
    })

    it("is out when a name no longer matches", async () => {
      const anna = await aCustomer({ has_account: true, first_name: "Anna" })
      await expectToLeave(await groupOf(has("first_name", "Anna")), anna, () => change(anna, { first_name: "Ben" }))
    })

    it("is in by their metadata", async () => {
      const anna = await aCustomer({ has_account: true })
      const isGold = { attribute: "metadata_text", operator: "eq", value: "gold", key_path: ["loyalty", "tier"] }
      await expectToJoin(await groupOf(isGold), anna, () => change(anna, { metadata: { loyalty: { tier: "gold" } } }))
    })
  })

  it.each([
    ["email", "anna@acme.example"],
    ["email_domain", "acme.example"],
  ])("is in by their new %s", async (attribute, value) => {
    const anna = await aCustomer()
    await expectToJoin(await groupOf(has(attribute, value)), anna, () =>
      post(`/admin/customers/${anna.id}`, { email: "anna@acme.example" }),
    )
  })

  it("who is new is in", async () => {
    const email = `${unique()}@example.com`
    await expectToJoin(await groupOf({ attribute: "created_by", operator: "is_set" }), { email }, () =>
      post("/admin/customers", { email }),
    )
  })

  it("who was a guest is in by their account when they register", async () => {
    const guest = await aCustomer()
    await expectToJoin(await groupOf(has("has_account")), { email: guest.email }, () => register(guest.email))
  })

  it("who is deleted is out", async () => {
    const anna = await aCustomer({ first_name: "Anna" })
    await expectToLeave(await groupOf(has("first_name", "Anna")), anna, () => remove(`/admin/customers/${anna.id}`))
  })

  it("who is restored is in again", async () => {
    const anna = await aCustomer({ first_name: "Anna" })
    const group = await groupOf(has("first_name", "Anna"))
    await remove(`/admin/customers/${anna.id}`)
    // As Medusa's module writes it: no route restores a customer.
    await expectToJoin(group, anna, () => db.query("update customer set deleted_at = null where id = $1", [anna.id]))
  })

  it("whose deletion failed is in as before", async () => {
    // With an account that nobody can log in to: Medusa deletes the customer, finds no login, and restores them.
    const anna = await aCustomer({ first_name: "Anna", has_account: true })
    const group = await groupOf(has("first_name", "Anna"))
    await settle()
    expect((await api("DELETE", `/admin/customers/${anna.id}`)).status).toBe(404)
    await settle()
    await atRest()
    const { data } = await api("GET", `/admin/customer-groups/overview?id=${group.id}`)
    expect(data.customer_groups).toMatchObject([{ id: group.id, member_count: 1 }])
    expect(await membersInTable(group)).toEqual([anna.id])
  })
})

describe("an address", () => {
  const inGermany = { attribute: "country", operator: "in", value: ["de"] }

  type Send = (method: "POST" | "DELETE", customer: Customer, path: string, body?: unknown) => Promise<unknown>
  const sides: [string, Send][] = [
    [
      "in the dashboard",
      (method, { id }, path, body) =>
        method === "POST"
          ? post(`/admin/customers/${id}/addresses${path}`, body)
          : remove(`/admin/customers/${id}/addresses${path}`),
    ],
    [
      "in the storefront",
      (method, { id }, path, body) => inStore(method, `/customers/me/addresses${path}`, body, { customer: id }),
    ],
  ]

  const addressesOf = async ({ id }: Customer): Promise<string[]> => {
    const { rows } = await db.query("select id from customer_address where customer_id = $1 order by created_at", [id])
    return rows.map((row) => row.id)
  }

  describe.each(sides)("%s", (_, send) => {
    let anna: Customer
    beforeEach(async () => {
      anna = await aCustomer({ has_account: true })
    })

    it("that is new counts", async () => {
      await expectToJoin(await groupOf(inGermany), anna, () => send("POST", anna, "", { country_code: "de" }))
    })

    it("that changed counts as it is now", async () => {
      await send("POST", anna, "", { country_code: "de" })
      const [id] = await addressesOf(anna)
      await expectToLeave(await groupOf(inGermany), anna, () => send("POST", anna, `/${id}`, { country_code: "fr" }))
    })

    it("that is removed counts no more", async () => {
      await send("POST", anna, "", { country_code: "de" })
      const [id] = await addressesOf(anna)
      await expectToLeave(await groupOf(inGermany), anna, () => send("DELETE", anna, `/${id}`))
    })

    it("that is the default now counts as such, and the former default no more", async () => {
      await send("POST", anna, "", { country_code: "de", is_default_shipping: true })
      await send("POST", anna, "", { country_code: "fr" })
      const [, id] = await addressesOf(anna)
      const shippedToGermany = await groupOf({ ...inGermany, address: "default_shipping" })
      await expectToLeave(shippedToGermany, anna, () => send("POST", anna, `/${id}`, { is_default_shipping: true }))
    })
  })
})

describe("a cart", () => {
  let sales: Sales
  let anna: Customer
  beforeEach(async () => {
    sales = await salesIn()
    anna = await aCustomer({ has_account: true })
  })

  const hasCart = has("has_open_cart")
  const aCart = () => fillCart(sales, { customer: anna, quantities: { [sales.variant]: 1 } })

  it("that somebody fills is open", async () => {
    await expectToJoin(await groupOf(hasCart), anna, aCart)
  })

  it("is worth more when more is put in", async () => {
    const cart = await aCart()
    const isFull = { attribute: "open_cart_value", operator: "gt", value: 50, currency_code: "eur" }
    await expectToJoin(await groupOf(isFull), anna, () =>
      inStore("POST", `/carts/${cart.id}/line-items`, { variant_id: sales.secondVariant, quantity: 1 }),
    )
  })

  it("is worth less when there is less of something", async () => {
    const cart = await fillCart(sales, { customer: anna, quantities: { [sales.variant]: 3 } })
    const isFull = { attribute: "open_cart_value", operator: "gt", value: 50, currency_code: "eur" }
    await expectToLeave(await groupOf(isFull), anna, () =>
      inStore("POST", `/carts/${cart.id}/line-items/${cart.items[0].id}`, { quantity: 1 }),
    )
  })

  it("out of which everything is taken is none", async () => {
    const cart = await aCart()
    await expectToLeave(await groupOf(hasCart), anna, () =>
      inStore("DELETE", `/carts/${cart.id}/line-items/${cart.items[0].id}`),
    )
  })

  it("that was bought is open no more", async () => {
    const cart = await aCart()
    await expectToLeave(await groupOf(hasCart), anna, () => buyCart(sales, cart, { customer: anna }))
  })

  it("of a guest is that of who logs in, and no more the guest's", async () => {
    const guest = { email: `${unique()}@example.com` }
    const cart = await fillCart(sales, guest)
    await expectMoves(await groupOf(hasCart), { joins: [anna], leaves: [guest] }, () =>
      inStore("POST", `/carts/${cart.id}/customer`, {}, { customer: anna.id }),
    )
  })

  it("with another e-mail is that of another guest", async () => {
    const [first, second] = [{ email: `${unique()}@example.com` }, { email: `${unique()}@example.com` }]
    const cart = await fillCart(sales, first)
    await expectMoves(await groupOf(hasCart), { joins: [second], leaves: [first] }, () =>
      inStore("POST", `/carts/${cart.id}`, second),
    )
  })
})

describe("a group that looks at another", () => {
  const inside = ({ id }: { id: string }) => groupOf({ attribute: "member_of_group", operator: "in", value: [id] })
  const routes: [string, (group: { id: string }, customer: Customer, way: "add" | "remove") => Promise<unknown>][] = [
    [
      "Medusa's route of groups",
      ({ id }, { id: who }, way) => post(`/admin/customer-groups/${id}/customers`, { [way]: [who] }),
    ],
    [
      "Medusa's route of customers",
      ({ id }, { id: who }, way) => post(`/admin/customers/${who}/customer-groups`, { [way]: [id] }),
    ],
    [
      "the route of members",
      ({ id }, { id: who }, way) => post(`/admin/customer-groups/${id}/members`, { [way]: { ids: [who] } }),
    ],
  ]

  describe.each(routes)("by %s", (_, change) => {
    it("has who was added there", async () => {
      const [vip, anna] = [await aGroup(), await aCustomer()]
      await expectToJoin(await inside(vip), anna, () => change(vip, anna, "add"))
    })

    it("has no more who was removed there", async () => {
      const [vip, anna] = [await aGroup(), await aCustomer()]
      await add(vip, [anna])
      await expectToLeave(await inside(vip), anna, () => change(vip, anna, "remove"))
    })
  })

  it("has who joins that by its criteria", async () => {
    const anna = await aCustomer()
    const group = await inside(await groupOf(has("first_name", "Anna")))
    await expectToJoin(group, anna, () => post(`/admin/customers/${anna.id}`, { first_name: "Anna" }))
  })
})

describe("a product that stands somewhere else", () => {
  const productOf = async (sales: Sales): Promise<string> =>
    (await db.query("select product_id from product_variant where id = $1", [sales.variant])).rows[0].product_id
  const category = async (name: string, parent_category_id?: string): Promise<string> =>
    (await post("/admin/product-categories", { name, parent_category_id, is_active: true })).product_category.id
  const boughtFrom = (value: string) => ({ attribute: "purchased_category", operator: "in", value: [value] })

  const isMarked = async ({ id }: { id: string }): Promise<boolean> => {
    const { rows } = await db.query(
      `select exists (select from customer_group_pending_customer
         where group_id = $1 and customer_id is null and due_at < now() + interval '31 seconds') as is_marked`,
      [id],
    )
    return rows[0].is_marked
  }

  it.each<[string, (product: string, category: string) => Promise<unknown>]>([
    ["put into a category", (product, id) => post(`/admin/products/${product}`, { categories: [{ id }] })],
    [
      "put into a category on the category's page",
      (product, id) => post(`/admin/product-categories/${id}/products`, { add: [product] }),
    ],
    [
      "put into a collection",
      async (product) => {
        const { collection } = await post("/admin/collections", { title: "Winter" })
        await settle()
        return post(`/admin/collections/${collection.id}/products`, { add: [product] })
      },
    ],
    [
      "of another type",
      async (product) => {
        const { product_type } = await post("/admin/product-types", { value: "Shoes" })
        await settle()
        return post(`/admin/products/${product}`, { type_id: product_type.id })
      },
    ],
    [
      "with another tag",
      async (product) => {
        const { product_tag } = await post("/admin/product-tags", { value: "new" })
        await settle()
        return post(`/admin/products/${product}`, { tags: [{ id: product_tag.id }] })
      },
    ],
    [
      "in a category that stands in another now",
      async (_product, id) => {
        const parent = await category("Outdoor")
        await settle()
        return post(`/admin/product-categories/${id}`, { parent_category_id: parent })
      },
    ],
  ])("has groups that ask for such places evaluated half a minute later: %s", async (_, move) => {
    const product = await productOf(await salesIn())
    const shoes = await category("Shoes")
    const group = await groupOf(boughtFrom(shoes))
    await settle()
    expect(await isMarked(group)).toBe(false)

    await move(product, shoes)

    expect(await waitFor(() => isMarked(group), Boolean, 5_000)).toMatchObject({ answer: true })
  })

  it("is bought there since ever: who has bought it is in within a minute", async () => {
    const sales = await salesIn()
    const anna = await aCustomer({ has_account: true })
    await checkOut(sales, { customer: anna })
    const [product, shoes] = [await productOf(sales), await category("Shoes")]
    await expectMoves(await groupOf(boughtFrom(shoes)), { joins: [anna], within: 60_000 }, () =>
      post(`/admin/products/${product}`, { categories: [{ id: shoes }] }),
    )
  }, 120_000)
})

/** Makes an account, as a storefront does. */
const register = async (email: string) => {
  const login = { email, password: "a-password-of-the-tests" }
  const { data } = await api("POST", "/auth/customer/emailpass/register", login, { as: "nobody" })
  return inStore("POST", "/customers", { email }, "nobody", { authorization: `Bearer ${data.token}` })
}
