import { loadAxe } from "../helpers/axe"
import { type DashboardPage, visit } from "../helpers/dashboard"
import { api } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, manyCustomers, named, unique } from "../helpers/shop"

/** What axe-core finds on our pages; what Medusa's own shell and components bring along is not ours to mend. */

/** Our pages stand within the frame of Medusa's dashboard, its sidebar and the bar above them. */
const OURS = "main, [role=dialog], [role=alertdialog]"

/** Buttons of Medusa's without a name: the cross that closes a window, and the one that opens its section JSON. */
const MEDUSAS = ["button:has(+ kbd)", "div:has(> kbd) > button", "button:has(+ * kbd)"]
const opensJson = (html: string) => /^<button type="button" aria-haspopup="dialog"/.test(html)

interface Finding {
  id: string
  impact: string
  nodes: { html: string }[]
}

const findingsOn = async (page: DashboardPage): Promise<string[]> => {
  await loadAxe(page)
  const violations: Finding[] = await page.evaluate(
    async ([include, exclude]) => {
      // @ts-expect-error -- put into the page above
      const { violations } = await axe.run({ include: [[include]], exclude: exclude.map((one) => [one]) })
      return violations
    },
    [OURS, MEDUSAS] as const,
  )
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => !(id === "button-name" && opensJson(html)))
        .map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    )
}

it.each(["light", "dark"] as const)("finds nothing serious on our pages, %s", async (theme) => {
  const name = unique()
  await aCustomer({ first_name: name })
  const manual = await aGroup(
    undefined,
    (await manyCustomers(3)).map((id) => ({ id })),
  )
  await api("POST", `/admin/customer-groups/${manual.id}`, { metadata: { tier: "gold" } })
  const isAbroad = { attribute: "country", operator: "nin", value: ["de", "fr"] }
  const automatic = await anAutomaticGroup({ all: [...named(name).all, isAbroad] })

  const page = await visit("/app/groups", { theme })
  const sights: [path: string, sight: string][] = [
    ["/app/groups", manual.name],
    ["/app/groups/create", "How do customers get in?"],
    [`/app/groups/${manual.id}`, "Customers are picked by hand"],
    [`/app/groups/${manual.id}/edit`, "Edit Customer Group"],
    [`/app/groups/${manual.id}/add-customers`, "already in the group"],
    [`/app/groups/${manual.id}/metadata`, "tier"],
    [`/app/groups/${automatic.id}`, "Evaluated"],
    [`/app/groups/${automatic.id}/criteria`, "1 customer"],
  ]
  const found: Record<string, string[]> = {}
  for (const [path, sight] of sights) {
    await page.goto(path)
    await page.getByText(sight, { exact: false }).first().waitFor()
    await page.waitForLoadState("networkidle")
    found[path] = await findingsOn(page)
  }
  expect(found).toEqual(Object.fromEntries(sights.map(([path]) => [path, []])))
})
