import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { cellsIn, chooseAction, eventually, toast, visit } from "../helpers/dashboard"
import { aCustomer, aGroup, membersInTable, unique } from "../helpers/shop"

/** A file of customers: chosen, checked, imported, undone. */

const chooseFile = (page: Page, lines: string[], name = "customers.csv") =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) })

const aFewNobodies = (count: number) => Array.from({ length: count }, (_, n) => `${n}-${unique()}@example.com`)

describe("importing customers into a group", () => {
  it("shows what a file would do, reports its problems, imports the others, and takes them back", async () => {
    const [anna, ben] = [await aCustomer(), await aCustomer()]
    const group = await aGroup(undefined, [ben])
    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Import")
    const dialog = page.getByRole("dialog", { name: "Import Customers" })
    await dialog.getByRole("button", { name: "Check file" }).click()
    await dialog.getByText("Choose a file first.").waitFor()

    await chooseFile(page, [
      "email,action",
      `${anna.email},add`,
      `${ben.email},remove`,
      `nobody-${unique()}@example.com,`,
    ])
    await dialog.getByRole("button", { name: "CSV file customers.csv" }).waitFor()
    await dialog.getByRole("button", { name: "Check file" }).click()
    await dialog.getByRole("heading", { name: "What the import would do" }).waitFor()
    expect(await dialog.getByRole("listitem").allInnerTexts()).toEqual([
      "1 customer is added",
      "1 customer is removed",
      "1 row has a problem",
    ])
    await dialog.getByRole("row", { name: /^4 There is no customer with the e-mail address “nobody-/ }).waitFor()
    expect(await membersInTable(group)).toEqual([ben.id])

    const download = page.waitForEvent("download")
    await dialog.getByRole("button", { name: "Download report" }).click()
    expect(await readFile(await (await download).path(), "utf8")).toContain("4,nobody-")

    await dialog.getByRole("button", { name: "Import 2 customers" }).click()
    await dialog.getByText("Leave out the rows with problems, or mend the file").waitFor()
    await dialog.getByRole("checkbox", { name: "Leave out the row with a problem" }).click()
    await dialog.getByRole("button", { name: "Import 2 customers" }).click()
    await toast(page, "customers.csv was imported: 1 joined, 1 left.")
    await page.getByRole("link", { name: anna.email }).or(page.getByText(anna.email)).first().waitFor()
    await page.getByText("imported customers.csv: ").waitFor()
    expect(await membersInTable(group)).toEqual([anna.id])

    await page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" }).click()
    await eventually(async () => expect(await membersInTable(group)).toEqual([ben.id]))
  })

  it("says problems in German where the dashboard is German", async () => {
    const group = await aGroup()
    const page = await visit(`/app/groups/${group.id}/import`, { language: "de" })
    const dialog = page.getByRole("dialog", { name: "Kunden importieren" })
    await dialog.waitFor()
    await chooseFile(page, ["email,id,action", "anna,,", ",cus_none,remove", ",cus_1,delete"])
    await dialog.getByRole("button", { name: "Datei prüfen" }).click()
    await dialog.getByText("Es gibt keinen Kunden mit der ID „cus_none“.").waitFor()
    expect(await cellsIn(dialog)).toEqual([
      ["2", "„anna“ ist keine E-Mail-Adresse."],
      ["3", "Es gibt keinen Kunden mit der ID „cus_none“."],
      ["4", "„delete“ ist keine Aktion; es gibt add, remove, exclude."],
    ])
  })

  it("checks again when something else is chosen, and creates customers only if told to", async () => {
    const email = `new-${unique()}@example.com`
    const group = await aGroup()
    const page = await visit(`/app/groups/${group.id}/import`)
    const dialog = page.getByRole("dialog", { name: "Import Customers" })
    await dialog.waitFor()
    await chooseFile(page, ["email", email])
    await dialog.getByRole("radio", { name: "Leave them out" }).click()
    await dialog.getByRole("button", { name: "Check file" }).click()
    await dialog.getByText("1 row is left out: the shop has no such customer").waitFor()
    expect(await dialog.getByRole("button", { name: "Import 0 customers" }).isDisabled()).toBe(true)

    await dialog.getByRole("radio", { name: "Create them" }).click()
    await dialog.getByRole("button", { name: "Check file" }).click()
    await dialog.getByText("1 of them is created first").waitFor()
    await dialog.getByRole("button", { name: "Import 1 customer" }).click()
    await toast(page, "customers.csv was imported: 1 joined, 0 left.")
    await page.getByText(email).first().waitFor()
  })

  it.each([
    [1280, 800],
    [390, 844],
  ])("shows the whole summary after the check, in a window of %i by %i", async (width, height) => {
    const group = await aGroup()
    const page = await visit(`/app/groups/${group.id}/import`)
    await page.setViewportSize({ width, height })
    const dialog = page.getByRole("dialog", { name: "Import Customers" })
    await dialog.waitFor()
    await chooseFile(page, ["email", (await aCustomer()).email, ...aFewNobodies(7)])
    await dialog.getByRole("button", { name: "Check file" }).click()
    await dialog.getByText("1 – 5 of 7").waitFor()
    const top = dialog.getByText("What the import would do")
    const last = dialog.getByRole("button", { name: "Download report" })
    const footer = dialog.getByRole("button", { name: "Import 1 customer" })
    await eventually(async () => {
      const [first, end, below] = await Promise.all([top, last, footer].map((one) => one.boundingBox()))
      expect(first!.y).toBeGreaterThan(56)
      expect(end!.y + end!.height).toBeLessThan(below!.y)
    })
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  })
})
