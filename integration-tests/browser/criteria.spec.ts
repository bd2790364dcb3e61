import { chooseAction, eventually, toast, visit } from "../helpers/dashboard"
import { addCondition, criteriaOf, row, save, total, valueOf } from "../helpers/builder"
import { api } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, named, unique } from "../helpers/shop"

describe("the criteria of a group", () => {
  it("are built by mouse, counted while they are written, and saved", async () => {
    const name = unique()
    const annas = [await aCustomer({ first_name: name }), await aCustomer({ first_name: name })]
    await aCustomer({ first_name: "Somebody" })
    const group = await aGroup()

    const page = await visit(`/app/groups/${group.id}`)
    await page.getByText("Customers are picked by hand").waitFor()
    await page.getByRole("link", { name: "Add criteria" }).click()
    await addCondition(page, "first name", "First name")
    await valueOf(page, "First name").fill(name)
    await eventually(async () => expect(await total(page).innerText()).toBe("2 customers"))
    expect(await row(page, "First name").locator("[data-count]").innerText()).toBe("2")
    await page.getByText(`first name is “${name}”`).waitFor()

    await save(page)
    await toast(page, "Saved: 2 joined, 0 left.")
    expect(await criteriaOf(group)).toEqual(named(name))
    await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0))
    await page.getByText(`first name is “${name}”`).waitFor()
    for (const { email } of annas) await page.getByText(email!, { exact: true }).waitFor()
  })

  it("are opened again as they were saved, and changed", async () => {
    const [first, second] = [unique(), unique()]
    await aCustomer({ first_name: first })
    await aCustomer({ first_name: second })
    const group = await anAutomaticGroup(named(first))

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, "Criteria", "Edit")
    const field = valueOf(page, "First name")
    await eventually(async () => expect(await field.inputValue()).toBe(first))
    await field.fill(second)
    await page.locator("[data-leaves]").filter({ hasText: "1 leaves" }).waitFor()
    await save(page)
    await toast(page, "Saved: 1 joined, 1 left.")
    expect(await criteriaOf(group)).toEqual(named(second))
  })

  it("say what is missing when they are saved half finished, and change nothing", async () => {
    const group = await aGroup()
    const page = await visit(`/app/groups/${group.id}/criteria`)
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
    await page.getByText("Add at least one condition.").waitFor()
    await addCondition(page, "first name", "First name")
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
    await page.getByText("Something is missing here.").waitFor()
    expect(await criteriaOf(group)).toBeUndefined()
  })

  it.each([
    ["light", "en"],
    ["dark", "de"],
  ] as const)("show every kind of control without a problem, %s, %s", async (theme, language) => {
    const other = await aGroup()
    const criteria = {
      all: [
        {
          attribute: "total_spent",
          operator: "gt",
          value: 1_000,
          currency_code: "eur",
          window: { last: { n: 12, unit: "month" } },
        },
        { attribute: "country", operator: "in", value: ["de", "fr"] },
        {
          any: [
            { attribute: "order_count", operator: "between", value: [3, 10], window: { last: { n: 45, unit: "day" } } },
            { attribute: "created_at", operator: "in_last", value: 30 },
            { attribute: "created_at", operator: "before", value: "2026-06-30" },
            { none: [{ attribute: "member_of_group", operator: "in", value: [other.id] }] },
          ],
        },
        { attribute: "has_account", operator: "eq", value: true },
        { attribute: "email", operator: "contains", value: "example" },
        { attribute: "metadata_text", operator: "eq", value: "gold", key_path: ["loyalty", "tier"] },
        { attribute: "order_count", operator: "in", value: [1, 2, 3] },
      ],
    }
    const group = await anAutomaticGroup(criteria)
    const page = await visit(`/app/groups/${group.id}/criteria`, { theme, language })
    await total(page).waitFor()
    await page.waitForLoadState("networkidle")
    await eventually(async () => expect(await page.locator("[data-count]").count()).toBe(10))
    expect(await page.getByRole("button", { name: language === "en" ? "Undo" : "Rückgängig" }).isDisabled()).toBe(true)
    expect(page.problems).toEqual([])
  })

  it("are removed, and the customers stay or go as is chosen", async () => {
    const name = unique()
    await aCustomer({ first_name: name })
    const group = await anAutomaticGroup(named(name))

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, "Criteria", "Remove criteria")
    await page.getByRole("radio", { name: "Let them go" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove criteria" }).click()
    await toast(page, "The criteria were removed. 1 customer left the group.")
    await page.getByText("Customers are picked by hand").waitFor()
    expect(await criteriaOf(group)).toBeUndefined()
  })
})

describe("an automatic group", () => {
  it("is created with criteria in two steps", async () => {
    const name = unique()
    await aCustomer({ first_name: name })
    const page = await visit("/app/groups/create")
    await page.getByLabel("Name").fill(`Group ${name}`)
    await page.getByRole("radio", { name: "By criteria" }).click()
    await page.getByRole("button", { name: "Continue" }).click()
    await addCondition(page, "first name", "First name")
    await valueOf(page, "First name").fill(name)
    await page.getByRole("button", { name: "Create" }).click()
    await toast(page, `Customer group “Group ${name}” was created.`)
    await page.getByRole("heading", { name: `Group ${name}` }).waitFor()
    await page.getByText("1 customer in the group").waitFor()
  })

  it("is created from a template", async () => {
    const name = unique()
    const page = await visit("/app/groups/create")
    await page.getByLabel("Name").fill(`Group ${name}`)
    await page.getByRole("radio", { name: "From a template" }).click()
    await page.getByRole("radio", { name: /First order/ }).click()
    await page.getByRole("button", { name: "Continue" }).click()
    await row(page, "Number of orders").waitFor()
    await page.getByRole("button", { name: "Create" }).click()
    await page.getByRole("heading", { name: `Group ${name}` }).waitFor()
  })

  it("says of a member why they are in, and keeps out whom somebody removes, until they are let in again", async () => {
    const name = unique()
    const anna = await aCustomer({ first_name: name })
    const group = await anAutomaticGroup(named(name))

    const page = await visit(`/app/groups/${group.id}`)
    await chooseAction(page, name, "Why")
    await page.getByRole("dialog").getByText("The criteria match").waitFor()
    await page.getByRole("dialog").getByText(`Found: ${name}`).waitFor()
    await page.keyboard.press("Escape")

    await chooseAction(page, name, "Remove")
    await page.getByLabel("Why (optional)").fill("Returns everything")
    await page.getByRole("button", { name: "Continue" }).click()
    await toast(page, "1 customer was removed from the group.")
    await page.getByRole("tab", { name: "Excluded" }).click()
    await page.getByText("“Returns everything”").waitFor()
    await page.getByRole("button", { name: "Let in again" }).click()
    await toast(page, `${name} is in the group again.`)
    await page.getByRole("tab", { name: "Customers" }).click()
    await page.getByText(anna.email!, { exact: true }).waitFor()
  })
})

it("says on a customer's page what is missing for a group that they are not in", async () => {
  const name = unique()
  const customer = await aCustomer({ first_name: name })
  // The first by its name.
  const group = await aGroup(`0 ${name}`)
  await api("POST", `/admin/customer-groups/${group.id}/criteria`, {
    criteria: { all: [{ attribute: "order_count", operator: "gte", value: 3 }] },
  })

  const page = await visit(`/app/customers/${customer.id}`)
  await page.getByRole("button", { name: "Automatic groups they are not in" }).click()
  await page.getByRole("listitem").filter({ hasText: group.name }).getByText("3 orders more").waitFor()
  await page.getByRole("button", { name: `Why not in ${group.name}?` }).click()
  await page.getByRole("dialog").getByText("Found: 0").waitFor()
})
