import { chooseAction, eventually, tableShows, toast, visit } from "../helpers/dashboard"
import { api } from "../helpers/http"
import { aGroup, operationsOf, unique } from "../helpers/shop"

describe("editing a customer group", () => {
  it("G7 changes the name in the side window; the new one stands everywhere and the window closes", async () => {
    const group = await aGroup(`Before ${unique()}`)
    const name = `After ${unique()}`

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, group.name, "Edit")
    await page.getByRole("dialog").getByRole("heading", { name: "Edit Customer Group" }).waitFor()
    const field = page.getByRole("dialog").getByLabel("Name")
    expect(await field.inputValue()).toBe(group.name)
    await field.fill(name)
    await page.getByRole("button", { name: "Save" }).click()

    await toast(page, `Customer group “${name}” was saved.`)
    await page.getByRole("heading", { name, exact: true }).waitFor()
    await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0))
    // Breadcrumb, activity: the old name is only said as the one before.
    await eventually(async () => expect(await page.getByText(name, { exact: true }).count()).toBeGreaterThan(1))
    await page.getByText(`renamed the group from “${group.name}” to “${name}”`).waitFor()

    const { data } = await api("GET", `/admin/customer-groups/${group.id}`)
    expect(data.customer_group.name).toBe(name)
    expect((await operationsOf(group))[0]).toMatchObject({
      type: "update",
      details: { name: { from: group.name, to: name } },
    })

    await page.goto(`/app/groups?q=${encodeURIComponent(name)}`)
    await tableShows(page, [name])
  })

  it("refuses a name that another group has, keeps the own one, and Cancel changes nothing", async () => {
    const other = await aGroup(`Other ${unique()}`)
    const group = await aGroup(`Mine ${unique()}`)

    const page = await visit(`/app/groups/${group.id}/edit`)
    const field = page.getByRole("dialog").getByLabel("Name")
    await field.fill(other.name)
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText(`A customer group named “${other.name}” exists already.`).waitFor()

    await field.fill(group.name)
    await page.getByRole("button", { name: "Cancel" }).click()
    await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0))
    const { data } = await api("GET", `/admin/customer-groups/${group.id}`)
    expect(data.customer_group.name).toBe(group.name)
  })
})
