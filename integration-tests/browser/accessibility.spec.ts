import { loadAxe } from "../helpers/axe"
import { chooseAction, type DashboardPage, visit } from "../helpers/dashboard"
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
  // Medusa's button under the mouse, which has just been clicked, has too little contrast in the dark.
  await page.mouse.move(0, 0)
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

const threeCustomers = async () => (await manyCustomers(3)).map((id) => ({ id }))

it.each(["light", "dark"] as const)("finds nothing serious on our pages, %s", async (theme) => {
  const name = unique()
  await aCustomer({ first_name: name })
  const manual = await aGroup(undefined, await threeCustomers())
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

type Sight = [name: string, show: (page: DashboardPage) => Promise<void>]

/** Windows that come over the page of this group: as they open, and with what is wrong in them. */
const windowsOver = (group: { id: string; name: string }, other: { name: string }): Sight[] => [
  [
    "Import",
    async (page) => {
      await page.goto(`/app/groups/${group.id}/import`)
      await page.getByText("Choose a CSV file, or drop it here").waitFor()
    },
  ],
  [
    "Import without a file",
    async (page) => {
      await page.getByRole("button", { name: "Check file" }).click()
      await page.getByText("Choose a file first.").waitFor()
    },
  ],
  [
    "Import with problems",
    async (page) => {
      const lines = ["email,action", `new-${unique()}@example.com,`, "nobody,", ...Array(8).fill(",remove")]
      const buffer = Buffer.from(lines.join("\n"))
      await page.locator("input[type=file]").setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer })
      await page.getByRole("radio", { name: /^Create them/ }).click()
      await page.getByRole("button", { name: "Check file" }).click()
      await page.getByText("“nobody” is not an e-mail address.").waitFor()
      await page.getByRole("button", { name: "Import 1 customer" }).click()
      await page.getByText("Leave out the rows with problems, or mend the file").waitFor()
    },
  ],
  [
    "Combine",
    async (page) => {
      await page.goto(`/app/groups/${group.id}`)
      await chooseAction(page, group.name, "Combine …")
      await page.getByRole("checkbox").first().waitFor()
    },
  ],
  [
    "Combine with problems",
    async (page) => {
      await page.getByRole("button", { name: "Combine" }).click()
      await page.getByText("Choose at least one other group.").waitFor()
      await page.getByRole("radio", { name: /^A group that is there/ }).click()
      await page.getByText("Choose a group.").waitFor()
    },
  ],
  [
    "Combine with a number",
    async (page) => {
      await page.getByRole("textbox", { name: "Search Customer Groups" }).fill(other.name)
      await page.getByRole("checkbox", { name: other.name, exact: true }).click()
      await page.getByText("4 customers", { exact: true }).waitFor()
    },
  ],
  [
    "Move",
    async (page) => {
      await page.goto(`/app/groups/${group.id}`)
      await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
      await page.getByRole("button", { name: /^Move/ }).click()
      await page.getByRole("alertdialog", { name: "Move 3 customers?" }).getByRole("radio").first().waitFor()
    },
  ],
  [
    "Move with problems",
    async (page) => {
      await page.getByRole("alertdialog").getByRole("button", { name: "Move" }).click()
      await page.getByText("Choose a group.").waitFor()
    },
  ],
]

it.each(["light", "dark"] as const)("finds nothing serious in windows over a group, %s", async (theme) => {
  const [group, other] = [await aGroup(undefined, await threeCustomers()), await aGroup(undefined, [await aCustomer()])]
  const page = await visit("/app/groups", { theme })
  const found: Record<string, string[]> = {}
  const sights = windowsOver(group, other)
  for (const [name, show] of sights) {
    await show(page)
    await page.waitForLoadState("networkidle")
    found[name] = await findingsOn(page)
  }
  expect(found).toEqual(Object.fromEntries(sights.map(([name]) => [name, []])))
})
