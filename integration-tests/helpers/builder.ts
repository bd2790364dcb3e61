import type { Locator, Page } from "playwright-core"
import { api } from "./http"

/** Driver of the criteria builder. */

/** Criteria that hold customers of this first name. */

/** The criteria of a group, as they are stored. */
export const criteriaOf = async (group: { id: string }) =>
  (await api("GET", `/admin/customer-groups/${group.id}/criteria`)).data.criteria?.criteria

/** Puts a condition into the tree by the list of everything that can be asked. */
export const addCondition = async (page: Page, search: string, name: string) => {
  await page.getByRole("button", { name: "Condition", exact: true }).first().click()
  await page.getByRole("combobox", { name: "Search what can be asked" }).fill(search)
  await page.getByRole("option", { name }).first().click()
}

/** The row of a condition. */
export const row = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true })

/** The field of a condition's value, if it is a text or a list. */
export const valueOf = (page: Page, name: string): Locator => row(page, name).locator("[data-value] input").first()

/** How many customers match. */
export const total = (page: Page): Locator => page.locator("[data-total]")

/** Saves, and says so again when asked. */
export const save = async (page: Page) => {
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click()
}
