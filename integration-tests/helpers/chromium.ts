import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { launchChromium } from "../../scripts/chromium"
import { dashboardSession } from "../../scripts/dashboard-session"

/** A page of the dashboard, and what went wrong on it. */
export type DashboardPage = Page & { problems: string[] }

let browser: Browser | undefined

/**
 * Opens a dashboard page as the demo's admin, in a context of its own.
 *
 * `problems` collects errors of the console and of scripts and failed requests to the store: a test expects it to be
 * empty.
 *
 * @example const page = await openDashboard("/app/groups", { theme: "dark" })
 */
export const openDashboard = async (
  path: string,
  options: BrowserContextOptions & { theme?: "light" | "dark" } = {},
): Promise<DashboardPage> => {
  browser ??= await launchChromium()
  const url = process.env.TEST_URL!
  const login = { url, email: process.env.TEST_ADMIN_EMAIL!, password: process.env.TEST_ADMIN_PASSWORD! }
  const context = await dashboardSession(browser, login, { viewport: { width: 1280, height: 900 }, ...options })

  const problems: string[] = []
  const page = Object.assign(await context.newPage(), { problems })
  page.on("pageerror", (error) => problems.push(error.message))
  page.on("response", (response) => {
    if (response.url().startsWith(url) && response.status() >= 400)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  page.on("console", (message) => {
    // Pictures of flags and avatars come from elsewhere; a machine without a network has none.
    const isElsewhere = message.text().includes("net::ERR_") && !message.location().url.startsWith(url)
    if (message.type() === "error" && !isElsewhere) problems.push(message.text())
  })
  await page.goto(path)
  return page
}

afterAll(async () => {
  await browser?.close()
  browser = undefined
})
