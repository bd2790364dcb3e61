/**
 * Makes the pictures of docs/admin-users.md from a running demo store (`npm run dev`):
 *
 *   npm run docs:pictures
 *   npm run docs:pictures -- --url http://localhost:9000
 *
 * What it makes in the store for them it deletes again.
 */
import fs from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import type { APIRequestContext, Page } from "playwright-core"
import { launchChromium } from "./chromium"
import { dashboardSession } from "./dashboard-session"
import { root } from "./paths"
import { printProblem, Problem } from "./problem"

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:9000" },
    email: { type: "string", default: "admin@example.com" },
    password: { type: "string", default: "supersecret" },
  },
})

const out = path.join(root, "docs", "pictures")
const GROUPS = "/admin/customer-groups"
const NAME = "Good customers, Germany and France"

const criteria = {
  all: [
    { attribute: "total_spent", operator: "gte", value: 500, currency_code: "eur" },
    { attribute: "country", operator: "in", value: ["de", "fr"] },
    {
      any: [
        { attribute: "order_count", operator: "gte", value: 3, window: { last: { n: 90, unit: "day" } } },
        { attribute: "has_account", operator: "eq", value: true },
      ],
    },
  ],
}

const send = async (request: APIRequestContext, method: "GET" | "POST" | "DELETE", url: string, data?: object) => {
  const answer = await request.fetch(url, { method, data })
  if (!answer.ok()) throw new Problem(`${method} ${url}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

/** Of an earlier run that was broken off. */
const removeOurs = async (request: APIRequestContext) => {
  const { customer_groups: found } = await send(request, "GET", `${GROUPS}/overview?q=${encodeURIComponent(NAME)}`)
  // The search finds names that contain it, too: those are not ours.
  for (const { id, name } of found) if (name === NAME) await send(request, "DELETE", `${GROUPS}/${id}`)
}

interface Picture {
  name: string
  path: string
  /** Of the window; 800 unless set. */
  height?: number
  /** Does what is to be seen, and says what the picture is of; the whole page without it. */
  show?(page: Page): Promise<string | undefined>
}

/** A section of a page, by its heading. */
const section = (heading: string) => `div.shadow-elevation-card-rest:has(> div h2:text-is("${heading}"))`

const picturesOf = (groupId: string): Picture[] => [
  {
    name: "create",
    path: "/app/groups/create",
    show: async (page) => {
      await page.getByLabel("Name").fill("First order")
      await page.getByRole("radio", { name: "From a template" }).click()
      await page
        .getByText(/^\d[\d,]* customers?$/)
        .nth(7)
        .waitFor()
      await page.getByRole("radio", { name: /First order/ }).click()
      return undefined
    },
  },
  {
    name: "builder",
    path: `/app/groups/${groupId}/criteria`,
    show: async (page) => {
      await page.locator("[data-total]").waitFor()
      // So that somebody would join.
      await page.getByRole("group", { name: "Total spent" }).getByRole("textbox").fill("300")
      await page.locator("[data-joins]").filter({ hasNotText: "+ 0 join" }).waitFor()
      await page.locator("[data-count=new]").nth(3).waitFor()
      return undefined
    },
  },
  {
    name: "group",
    path: `/app/groups/${groupId}`,
    show: async (page) => {
      await page.locator("[data-sentence]").waitFor()
      await page.locator("tbody tr").first().waitFor()
      return undefined
    },
  },
  {
    name: "why",
    path: `/app/groups/${groupId}`,
    show: async (page) => {
      await page
        .locator("tbody tr")
        .first()
        .getByRole("button", { name: /^Actions for/ })
        .click()
      await page.getByRole("menuitem", { name: "Why" }).click()
      await page
        .getByRole("dialog")
        .getByText(/^Found: (Germany|France)/)
        .first()
        .waitFor()
      return "[role=dialog]"
    },
  },
  {
    name: "insights",
    height: 1_400,
    path: `/app/groups/${groupId}`,
    show: async (page) => {
      const insights = page.locator(section("Insights"))
      await insights.scrollIntoViewIfNeeded()
      await insights.locator("svg").first().waitFor()
      return section("Insights")
    },
  },
  {
    name: "list",
    path: "/app/groups",
    show: async (page) => {
      await page.locator("tbody tr").first().waitFor()
      return undefined
    },
  },
]

const take = async (page: Page, { name, path: address, height = 800, show }: Picture) => {
  await page.setViewportSize({ width: 1280, height })
  await page.goto(address)
  const selector = await show?.(page)
  await page.waitForLoadState("networkidle")
  // Windows and drawers slide in.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  )
  const file = path.join(out, `${name}.png`)
  await (selector ? page.locator(selector).first() : page).screenshot({ path: file, animations: "disabled" })
  console.log(`  ${path.relative(root, file)}`)
}

const makePictures = async () => {
  fs.mkdirSync(out, { recursive: true })
  const browser = await launchChromium()
  try {
    const context = await dashboardSession(browser, options)
    await removeOurs(context.request)
    const { customer_group: group } = await send(context.request, "POST", `${GROUPS}/automatic`, {
      name: NAME,
      criteria,
    })
    try {
      for (const picture of picturesOf(group.id)) {
        const page = await context.newPage()
        await take(page, picture)
        await page.close()
      }
    } finally {
      await removeOurs(context.request)
    }
  } finally {
    await browser.close()
  }
}

makePictures().catch((error) => {
  printProblem(error)
  process.exit(1)
})
