import type { Page } from "playwright-core"

/** What has the focus, as one would name it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim()
  })

/** Presses Tab until something with this name has the focus. */
export const tabTo = async (page: Page, name: string | RegExp) => {
  const isIt = (text: string) => (typeof name === "string" ? text === name : name.test(text))
  const passed: string[] = []
  for (let presses = 0; presses < 150; presses++) {
    const now = await focused(page)
    if (isIt(now)) return
    passed.push(now.slice(0, 30))
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab does not lead to ${name}, but over ${passed.join(" | ")}`)
}
