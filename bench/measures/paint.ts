import type { BrowserContext } from "playwright-core"
import { launchChromium } from "../../scripts/chromium"
import { dashboardSession } from "../../scripts/dashboard-session"
import { templateAdmin } from "../../scripts/seed/template"
import { type Measure, alternate, timed, toRow } from "../measure"
import type { Stores } from "../stores"

type Filled = { text: string; rows: number }

/** From the navigation to the frame in which the table shows its rows. */
const paint = async (context: BrowserContext, path: string, filled: Filled) => {
  const page = await context.newPage()
  try {
    return await timed(async () => {
      await page.goto(path, { waitUntil: "commit" })
      await page.waitForFunction(
        ({ text, rows }) => {
          const found = [...document.querySelectorAll("tbody tr")].filter((row) => row.textContent?.includes(text))
          return found.length >= rows
        },
        filled,
        { timeout: 120_000, polling: "raf" },
      )
    })
  } finally {
    await page.close()
  }
}

const painted = (
  name: string,
  paths: (stores: Stores) => { plugin: string; medusa: string },
  filled: (stores: Stores) => Filled,
): Measure => ({
  names: [name],
  needs: ["plugin", "medusa"],
  run: async (stores, runs) => {
    const browser = await launchChromium()
    try {
      const options = { viewport: { width: 1280, height: 900 } }
      const contextOf = (url: string) => dashboardSession(browser, { url, ...templateAdmin }, options)
      const contexts = { plugin: await contextOf(stores.plugin.url), medusa: await contextOf(stores.medusa.url) }
      const { plugin, medusa } = paths(stores)
      const times = await alternate(runs, {
        plugin: () => paint(contexts.plugin, plugin, filled(stores)),
        medusa: () => paint(contexts.medusa, medusa, filled(stores)),
      })
      return [toRow(name, runs, times)]
    } finally {
      await browser.close()
    }
  },
})

export const listPaint = painted(
  "list_paint",
  () => ({ plugin: "/app/groups", medusa: "/app/customer-groups" }),
  ({ groups }) => ({ text: "Segment", rows: Math.min(groups, 10) }),
)

export const detailPaint = painted(
  "detail_paint",
  ({ groupId }) => ({ plugin: `/app/groups/${groupId}`, medusa: `/app/customer-groups/${groupId}` }),
  ({ members }) => ({ text: "@", rows: Math.min(members, 10) }),
)
