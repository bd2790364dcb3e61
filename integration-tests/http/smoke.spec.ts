import { api, db } from "../helpers/http"

describe("the store of the tests", () => {
  it("answers Medusa's own route", async () => {
    const { status, data } = await api("POST", "/admin/customer-groups", { name: "VIP" })

    expect(status).toBe(200)
    expect(data.customer_group).toMatchObject({ name: "VIP" })
  })

  it("is empty again before the next test", async () => {
    expect((await db.query("select from customer_group")).rowCount).toBe(0)
  })

  it("lets nobody in without a login", async () => {
    expect((await api("GET", "/admin/customer-groups", undefined, { as: "nobody" })).status).toBe(401)
  })
})
