import { chooseAction, eventually, tableShows, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aCustomer, aGroup, membersInTable, unique } from "../helpers/shop"
import { aPriceList, aPromotion } from "../helpers/offers"

const exists = async (group: { id: string }) => (await api("GET", `/admin/customer-groups/${group.id}`)).status === 200

describe("deleting a customer group", () => {
  it("G19 says what is lost and what is not, and which price lists and promotions use the group", async () => {
    const customers = [await aCustomer(), await aCustomer()]
    const group = await aGroup(`Lost ${unique()}`, customers)
    const list = await aPriceList({ for: group })
    const promotion = await aPromotion({ for: group })
    const excluding = await aPromotion({ for: group, operator: "ne" })

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Delete")
    const prompt = page.getByRole("alertdialog", { name: `Delete customer group “${group.name}”?` })
    await prompt.getByText("The group has 2 customers. They are not deleted.").waitFor()
    await prompt.getByText("Members will lose these:").waitFor()
    await prompt.getByText(`${list.title} (price list)`).waitFor()
    await prompt.getByText(`${promotion.code} (promotion)`).waitFor()
    await prompt.getByText("These are for everybody who is not in the group").waitFor()
    await prompt.getByText(`${excluding.code} (promotion)`).waitFor()
    expect(await exists(group)).toBe(true)
  })

  it("G19 says that nothing uses the group, also in the list", async () => {
    const group = await aGroup(`Unused ${unique()}`)
    const page = await visit(`/app/groups?q=${encodeURIComponent(group.name)}`)
    await chooseAction(page, group.name, "Delete")
    const prompt = page.getByRole("alertdialog", { name: `Delete customer group “${group.name}”?` })
    await prompt.getByText("The group has no customers.").waitFor()
    await prompt.getByText("No price list and no promotion uses the group.").waitFor()
  })

  it("G20 changes nothing at Cancel", async () => {
    const customer = await aCustomer()
    const group = await aGroup(`Kept ${unique()}`, [customer])
    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Delete")
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click()

    await eventually(async () => expect(await page.getByRole("alertdialog").count()).toBe(0))
    await page.getByRole("heading", { name: group.name }).waitFor()
    expect(await exists(group)).toBe(true)
    expect(await membersInTable(group)).toEqual([customer.id])
  })

  it("G20 deletes the group: gone from every list and picker, its customers still exist", async () => {
    const customer = await aCustomer({ first_name: "Still", last_name: unique() })
    const tag = unique()
    const group = await aGroup(`${tag} gone`, [customer])
    const other = await aGroup(`${tag} other`, [customer])

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Delete")
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click()
    await toast(page, `Customer group “${group.name}” was deleted.`)
    await page.waitForURL("**/app/groups")

    await page.getByRole("searchbox", { name: "Search Customer Groups" }).fill(tag)
    await tableShows(page, [other.name])
    expect(await exists(group)).toBe(false)
    const { data: listed } = await api("GET", `/admin/customer-groups?q=${tag}`)
    expect(listed.customer_groups.map(({ id }: { id: string }) => id)).toEqual([other.id])
    const { rows } = await db.query("select id from customer where id = $1 and deleted_at is null", [customer.id])
    expect(rows).toHaveLength(1)

    // The picker in the window that adds customers, and the customer's own page.
    await page.goto(`/app/groups/${other.id}/add-customers`)
    // The table of the page beneath has such a button too, and may stand there before the window does.
    await page.getByRole("dialog").getByRole("button", { name: "Add filter" }).click()
    await page.getByRole("menuitem", { name: "Customer group" }).click()
    await page.getByRole("textbox", { name: "Search Customer group" }).fill(tag)
    await page
      .getByText("Nothing found")
      .or(page.getByRole("checkbox", { name: other.name }))
      .first()
      .waitFor()
    expect(await page.getByRole("checkbox", { name: group.name }).count()).toBe(0)

    await page.goto(`/app/customers/${customer.id}`)
    await page.getByRole("link", { name: other.name }).first().waitFor()
    expect(await page.getByText(group.name).count()).toBe(0)
  })

  it("G20 deletes from the list", async () => {
    const tag = unique()
    const group = await aGroup(`${tag} one`)
    const other = await aGroup(`${tag} two`)
    const page = await visit(`/app/groups?q=${tag}`)
    await chooseAction(page, group.name, "Delete")
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click()

    await toast(page, `Customer group “${group.name}” was deleted.`)
    await tableShows(page, [other.name])
    expect(await exists(group)).toBe(false)
  })
})
