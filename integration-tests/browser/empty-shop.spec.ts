import type { Request } from "playwright-core"
import { addressOf, type DashboardPage, eventually, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"

/** How many previews are asked for at once at most, and how many in all. */
const watchPreviews = (page: DashboardPage) => {
  const isPreview = (request: Request) => request.url().endsWith("/criteria/preview")
  const seen = { running: 0, most: 0, count: 0 }
  page.on("request", (request) => {
    if (!isPreview(request)) return
    seen.count++
    seen.most = Math.max(seen.most, ++seen.running)
  })
  for (const event of ["requestfinished", "requestfailed"] as const)
    page.on(event as "requestfinished", (request) => {
      if (isPreview(request)) seen.running--
    })
  return seen
}

const wholeTemplates = async (): Promise<{ id: string; label: string; criteria: object }[]> => {
  const { data } = await api("GET", "/admin/customer-groups/criteria/templates")
  return data.templates.filter(({ to_fill }: { to_fill: string[] }) => !to_fill.length)
}

describe("a shop without groups", () => {
  // The demo shop, as if it had none: what is hidden comes back after these tests.
  let hidden: string[] = []
  beforeAll(async () => {
    const { rows } = await db.query(
      "update customer_group set deleted_at = now() where deleted_at is null returning id",
    )
    hidden = rows.map(({ id }) => id)
  })
  afterAll(() => db.query("update customer_group set deleted_at = null where id = any($1)", [hidden]))

  it("offers three ways to begin, each of which leads into the window with the way chosen", async () => {
    const ways: [card: string, choice: string][] = [
      ["Pick customers by hand", "By hand"],
      ["By criteria", "By criteria"],
      ["From a template", "From a template"],
    ]
    const page = await visit("/app/groups")
    for (const [card, choice] of ways) {
      await page.getByRole("link", { name: card }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByLabel("Name").waitFor()
      expect(await dialog.getByRole("radio", { name: choice }).getAttribute("aria-checked")).toBe("true")
      await dialog.getByRole("button", { name: "Cancel" }).click()
      await eventually(() => expect(new URL(page.url()).pathname).toBe("/app/groups"))
      expect(addressOf(page)).toEqual({})
    }
    expect(await page.getByRole("searchbox").count()).toBe(0)
  })

  it("says of templates how many of its customers each would hold, counted two at a time", async () => {
    const templates = await wholeTemplates()
    const page = await visit("/app/customers")
    const previews = watchPreviews(page)
    await page.goto("/app/groups")
    for (const { label, criteria } of templates) {
      const { data } = await api("POST", "/admin/customer-groups/criteria/preview", { criteria, parts: ["total"] })
      const count = new Intl.NumberFormat("en").format(data.preview.matching)
      const card = page.getByRole("link").filter({ hasText: label })
      await card.getByText(`${count} customer`).waitFor()
    }
    expect(previews.most).toBeLessThanOrEqual(2)
    expect(previews.count).toBe(templates.length)
  })

  it("leads from a template to its criteria", async () => {
    const [template] = await wholeTemplates()
    const page = await visit("/app/groups")
    await page.getByRole("link").filter({ hasText: template!.label }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Name").fill("From a card")
    const choice = dialog.getByRole("radio", { name: template!.label })
    expect(await choice.getAttribute("aria-checked")).toBe("true")
    await dialog.getByRole("button", { name: "Continue" }).click()
    await page.getByRole("heading", { name: "Criteria · From a card" }).waitFor()
    await page.getByRole("group", { name: "Total spent", exact: true }).waitFor()
  })

  it("shows its cards before anything is counted", async () => {
    const page = await visit("/app/customers")
    await page.route("**/criteria/preview", () => undefined)
    await page.goto("/app/groups")
    await page.getByRole("link", { name: "Pick customers by hand" }).waitFor()
    await page.getByRole("heading", { name: "No customer groups yet" }).waitFor()
    await page.unroute("**/criteria/preview")
  })
})
