import fs from "node:fs"
import type { Page } from "playwright-core"

const source = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

/** Puts axe-core into a page, and makes it stand still: a colour on its way to another has no contrast of its own. */
export const loadAxe = async (page: Page) => {
  await page.addStyleTag({ content: "* { transition: none !important; animation: none !important }" })
  await page.evaluate(source)
}
