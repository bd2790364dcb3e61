import type { Page } from "playwright-core"
import { launchChromium } from "../../scripts/chromium"
import { dashboardSession } from "../../scripts/dashboard-session"
import { templateAdmin } from "../../scripts/seed/template"
import { readShop } from "../criteria/shop"
import { type Measure, median, rounded, timed, toRow } from "../measure"

/** The page is blocked while a task runs; Chromium tells of those from 50 ms on. */
const watchLongTasks = (page: Page) =>
  page.evaluate(() => {
    const longest = window as unknown as { longestTask: number }
    longest.longestTask = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.longestTask = Math.max(longest.longestTask, duration)
    }).observe({ entryTypes: ["longtask"] })
  })

const longestTask = (page: Page) => page.evaluate(() => (window as unknown as { longestTask: number }).longestTask)

const addCondition = async (page: Page, search: string, value: string) => {
  await page.getByRole("button", { name: "Condition", exact: true }).first().click()
  await page.getByRole("combobox", { name: "Search what can be asked" }).fill(search)
  await page.keyboard.press("Enter")
  await page.keyboard.type(value)
}

/** Who joins and leaves is there, and is no number of before. */
const totalIsNew = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector("[data-total]")?.closest("[aria-busy]")?.getAttribute("aria-busy") === "false",
    undefined,
    { polling: "raf", timeout: 60_000 },
  )

/** What the condition that was changed holds alone is there too. */
const countsAreNew = (page: Page) =>
  page.waitForFunction(
    () => {
      const counts = [...document.querySelectorAll("[data-count]")]
      return counts.length > 0 && counts.every((count) => count.getAttribute("data-count") === "new")
    },
    undefined,
    { polling: "raf", timeout: 60_000 },
  )

/**
 * The builder of a group of 100,000, with the three conditions of the guide: from the last key of an amount to the new
 * total, the 300 ms for which it waits included, and for how long the page is blocked at most meanwhile.
 */
export const builderTotal: Measure = {
  names: ["builder_total"],
  needs: ["plugin", "facts"],
  run: async (stores, runs) => {
    const { otherGroupId } = await readShop(stores)
    const browser = await launchChromium()
    try {
      const login = { url: stores.plugin.url, ...templateAdmin }
      const context = await dashboardSession(browser, login, { viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      await page.goto(`/app/groups/${otherGroupId}/criteria`)
      await addCondition(page, "country", "Germany")
      await page.getByRole("option", { name: /^Germany/ }).waitFor()
      await page.keyboard.press("Enter")
      await page.keyboard.press("Escape")
      await addCondition(page, "number of orders", "3")
      await addCondition(page, "total spent", "1000")
      await Promise.all([totalIsNew(page), countsAreNew(page)])

      const amount = page.getByRole("group", { name: "Total spent" }).getByRole("textbox", { name: "Total spent" })
      const totals: number[] = []
      const counts: number[] = []
      await watchLongTasks(page)
      for (let run = 0; run <= runs; run++) {
        await amount.fill(String(100 + run))
        // From the last key on; the ones before have been overtaken.
        const [total, count] = await Promise.all([
          timed(async () => {
            await page.keyboard.type("0")
            await totalIsNew(page)
          }),
          timed(() => countsAreNew(page)),
        ])
        totals.push(total)
        counts.push(count)
      }
      const details = {
        first_ms: rounded(totals[0]!),
        counts_ms: median(counts.slice(1)),
        longest_task_ms: rounded(await longestTask(page)),
      }
      const target = { ms: 1_800, atMost: { longest_task_ms: 100 } }
      return [toRow("builder_total", runs, { plugin: median(totals.slice(1)) }, details, target)]
    } finally {
      await browser.close()
    }
  },
}
