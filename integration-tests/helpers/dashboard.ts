import fs from "node:fs"
import path from "node:path"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { launchChromium } from "../../scripts/chromium"
import { dashboardSession } from "../../scripts/dashboard-session"
import { folders } from "../../scripts/paths"
import { eventually } from "./eventually"

export { eventually }

/**
 * Driver of the browser tests. Importing this file registers hooks: after each test its pages are closed, and whatever
 * went wrong on them fails the test.
 */

type Look = { theme?: "light" | "dark"; language?: "en" | "de" }

/** A page of the dashboard, and what went wrong on it. */
export type DashboardPage = Page & { problems: string[] }

let browser: Browser | undefined
// One session for each look: the files of the dashboard then come from the browser's cache.
const sessions = new Map<string, Promise<BrowserContext>>()
let opened: DashboardPage[] = []

/** Windows and menus are there at once: whoever clicks need not wait until they stand still. */
const stopMotion = () => {
  const style = document.createElement("style")
  const none = ["animation-duration", "animation-delay", "transition-duration", "transition-delay"]
  style.textContent = `*, ::before, ::after { ${none.map((property) => `${property}: 0s !important`).join("; ")} }`
  document.head.append(style)
}

const startSession = async ({ theme, language = "en" }: Look) => {
  browser ??= await launchChromium()
  const login = {
    url: process.env.TEST_URL!,
    email: process.env.TEST_ADMIN_EMAIL!,
    password: process.env.TEST_ADMIN_PASSWORD!,
  }
  const context = await dashboardSession(browser, login, { theme, viewport: { width: 1280, height: 900 } })
  await context.addInitScript(`localStorage.setItem("lng", "${language}"); document.cookie = "lng=${language}; path=/"`)
  await context.addInitScript(`addEventListener("DOMContentLoaded", ${stopMotion})`)
  context.setDefaultTimeout(15_000)
  return context
}

/** Medusa's own edit page of a customer and its loading drawers have no title. */
const isMedusasOwn = (message: string) => message.includes("requires a `DialogTitle`")

const collectProblems = (page: Page): string[] => {
  const url = process.env.TEST_URL!
  const problems: string[] = []
  page.on("pageerror", (error) => problems.push(error.message))
  page.on("response", (response) => {
    if (response.url().startsWith(url) && response.status() >= 400)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  page.on("console", (message) => {
    // Pictures of flags and avatars come from elsewhere; a machine without a network has none.
    const isElsewhere = message.text().includes("net::ERR_") && !message.location().url.startsWith(url)
    if (message.type() === "error" && !isElsewhere && !isMedusasOwn(message.text())) problems.push(message.text())
  })
  return problems
}

/**
 * Opens a page of the dashboard as the demo's admin, in a tab of its own.
 *
 * @example const page = await visit("/app/groups", { theme: "dark" })
 */
export const visit = async (address: string, look: Look = {}): Promise<DashboardPage> => {
  const key = JSON.stringify([look.theme, look.language])
  if (!sessions.has(key)) sessions.set(key, startSession(look))
  const context = await sessions.get(key)!

  const tab = await context.newPage()
  const page = Object.assign(tab, { problems: collectProblems(tab) })
  opened.push(page)
  await page.goto(address)
  return page
}

/** Where the end of each test is kept as a picture. */
const pictures = path.join(folders.run, "browser")

afterEach(async () => {
  const pages = opened
  opened = []
  const name = (expect.getState().currentTestName ?? "test").replace(/[^\w-]+/g, "-").slice(0, 80)
  for (const [index, page] of pages.entries()) {
    fs.mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: path.join(pictures, `${name}-${index}.png`) })
    await page.close()
  }
  expect(pages.flatMap((page) => page.problems)).toEqual([])
})

afterAll(async () => {
  sessions.clear()
  await browser?.close()
  browser = undefined
})

/** Waits for a message at the corner of the page. */
export const toast = (page: Page, text: string | RegExp) =>
  page.locator("[data-sonner-toast]").filter({ hasText: text }).first().waitFor()

/** The rows of a table as texts: what stands in each cell. */
export const cellsIn = (scope: Page | Locator): Promise<string[][]> =>
  scope
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText.trim())))

/** The names that a table's rows link to. */
export const linksIn = async (scope: Page | Locator): Promise<string[]> =>
  scope.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.querySelector("a")?.innerText.trim() ?? ""))

/** Waits for a table to show rows with these names, in this order. */
export const tableShows = (scope: Page | Locator, names: string[]) =>
  eventually(async () => expect(await linksIn(scope)).toEqual(names))

/** Adds a filter to a table, with a value, and closes the box in which it is chosen. */
export const addFilter = async (page: Page, filter: string, value: string) => {
  await page.getByRole("button", { name: "Add filter" }).click()
  await page.getByRole("menuitem", { name: filter, exact: true }).click()
  await page
    .getByRole("radio", { name: value, exact: true })
    .or(page.getByRole("checkbox", { name: value, exact: true }))
    .or(page.getByRole("listitem").filter({ hasText: value }))
    .first()
    .click()
  await page.keyboard.press("Escape")
}

/** Chooses an action in the menu behind three dots. */
export const chooseAction = async (page: Page, menuOf: string, action: string) => {
  await page
    .getByRole("button", { name: `Actions for ${menuOf}`, exact: true })
    .first()
    .click()
  await page.getByRole("menuitem", { name: action, exact: true }).click()
}

/** The part of the address behind the question mark. */
export const addressOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)
