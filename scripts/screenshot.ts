/**
 * A picture of a dashboard page, to look at while working on it. What the browser's console says is printed.
 *
 *   npx tsx scripts/screenshot.ts --path /app/groups --out .run/shots/groups.png --theme dark --full
 */
import path from "node:path"
import { parseArgs } from "node:util"
import { launchChromium } from "./chromium"
import { dashboardSession } from "./dashboard-session"
import { printProblem } from "./problem"

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:9000" },
    email: { type: "string", default: "admin@example.com" },
    password: { type: "string", default: "supersecret" },
    path: { type: "string", default: "/app" },
    out: { type: "string", default: ".run/shots/page.png" },
    theme: { type: "string", default: "light" },
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "900" },
    "wait-for": { type: "string" },
    full: { type: "boolean", default: false },
  },
})

const takePicture = async () => {
  const browser = await launchChromium()
  try {
    const context = await dashboardSession(browser, options, {
      theme: options.theme as "light" | "dark",
      viewport: { width: Number(options.width), height: Number(options.height) },
    })
    const page = await context.newPage()
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) console.log(`${message.type()}: ${message.text()}`)
    })
    page.on("pageerror", (error) => console.log(`page error: ${error.message}`))
    page.on("response", (response) => {
      if (response.status() >= 400) console.log(`${response.status()} ${response.request().method()} ${response.url()}`)
    })

    await page.goto(options.path)
    await page.waitForLoadState("networkidle")
    if (options["wait-for"]) await page.waitForSelector(options["wait-for"], { timeout: 10_000 })
    // The dashboard's pop-ups and drawers slide in.
    await page.waitForTimeout(400)

    await page.screenshot({ path: options.out, fullPage: options.full })
    console.log(`${path.resolve(options.out)} (${page.url()})`)
  } finally {
    await browser.close()
  }
}

takePicture().catch((error) => {
  printProblem(error)
  process.exit(1)
})
