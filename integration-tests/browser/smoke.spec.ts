import { visit } from "../helpers/dashboard"

describe("the demo shop in the dashboard", () => {
  it.each(["/app/customers", "/app/orders", "/app/products", "/app/price-lists", "/app/promotions", "/app/groups"])(
    "shows %s without a problem",
    async (path) => {
      const page = await visit(path)
      await page.waitForSelector("table tbody tr")
      await page.waitForLoadState("networkidle")

      expect(page.problems).toEqual([])
    },
  )
})
