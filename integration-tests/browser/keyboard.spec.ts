import { eventually, toast, visit } from "../helpers/dashboard"
import { focused, tabTo } from "../helpers/focus"
import { db } from "../helpers/http"
import { aCustomer, membersInTable, unique } from "../helpers/shop"

describe("by keyboard only", () => {
  it("makes a group, adds a customer, removes them and deletes the group", async () => {
    const name = `Keys ${unique()}`
    const customer = await aCustomer({ first_name: "Kay", last_name: unique() })
    const chooseCustomer = /^Choose Kay/
    const groupId = async () => {
      const { rows } = await db.query("select id from customer_group where name = $1 and deleted_at is null", [name])
      return rows[0]?.id as string | undefined
    }

    const page = await visit("/app/groups")
    await page.getByRole("link", { name: "Create", exact: true }).waitFor()
    await tabTo(page, "Create")
    await page.keyboard.press("Enter")
    const field = page.getByLabel("Name")
    await eventually(async () => expect(await field.evaluate((one) => one === document.activeElement)).toBe(true))
    await page.keyboard.type(name)
    await page.keyboard.press("Enter")
    await toast(page, `Customer group “${name}” was created.`)
    await page.getByRole("heading", { name, exact: true }).waitFor()
    const group = { id: (await groupId())! }

    await page.getByRole("link", { name: "Add", exact: true }).waitFor()
    await tabTo(page, "Add")
    await page.keyboard.press("Enter")
    await eventually(async () => expect(await focused(page)).toBe("Search Add Customers"))
    await page.keyboard.type(customer.email)
    await page.getByRole("dialog").getByText("1 – 1 of 1").waitFor()
    await tabTo(page, chooseCustomer)
    await page.keyboard.press("Space")
    await page.getByText("1 chosen").waitFor()
    await tabTo(page, "Save")
    await page.keyboard.press("Enter")
    await toast(page, "1 customer was added to the group.")
    await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0))
    expect(await membersInTable(group)).toEqual([customer.id])

    await page.getByRole("checkbox", { name: chooseCustomer }).waitFor()
    await tabTo(page, chooseCustomer)
    await page.keyboard.press("Space")
    await page.getByText("1 chosen").waitFor()
    await page.keyboard.press("r")
    await page.getByRole("alertdialog").waitFor()
    await tabTo(page, "Continue")
    await page.keyboard.press("Enter")
    await toast(page, "1 customer was removed from the group.")
    await eventually(async () => expect(await page.getByRole("alertdialog").count()).toBe(0))
    expect(await membersInTable(group)).toEqual([])

    await tabTo(page, `Actions for ${name}`)
    await page.keyboard.press("Enter")
    await page.getByRole("menu").waitFor()
    await page.keyboard.press("End")
    await eventually(async () => expect(await focused(page)).toBe("Delete"))
    await page.keyboard.press("Enter")
    await page.getByRole("alertdialog").waitFor()
    await tabTo(page, "Delete")
    await page.keyboard.press("Enter")
    await toast(page, `Customer group “${name}” was deleted.`)
    await page.waitForURL("**/app/groups")
    expect(await groupId()).toBeUndefined()
  })
})
