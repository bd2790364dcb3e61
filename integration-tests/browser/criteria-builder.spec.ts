import { addCondition, criteriaOf, row, save, total, valueOf } from "../helpers/builder"
import { chooseAction, type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { focused, tabTo } from "../helpers/focus"
import { api, db } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, type Group, named, unique } from "../helpers/shop"

/** What one does in the builder beside writing conditions one after the other: by keyboard, by dragging, by pasting. */

const open = async (group: Group, criteria?: object): Promise<DashboardPage> => {
  if (criteria) await api("POST", `/admin/customer-groups/${group.id}/criteria`, { criteria })
  const page = await visit(`/app/groups/${group.id}/criteria`)
  await page.getByRole("button", { name: "Condition", exact: true }).first().waitFor()
  return page
}

/** Waits for the tree to have these conditions and groups from above to below. */
const treeIs = (page: DashboardPage, names: string[]) =>
  eventually(async () => {
    const rows = page.getByRole("group", { name: "Criteria", exact: true }).getByRole("group")
    expect(await rows.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).toEqual(names)
  })

/** Chooses in the list that a control opens. */
const choose = async (page: DashboardPage, condition: string, control: string, option: string) => {
  await row(page, condition).getByRole("combobox", { name: control, exact: true }).click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

/** Pastes into what has the focus. */
const paste = (page: DashboardPage, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text", pasted)
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)

it("builds criteria by keyboard alone, each kind of control", async () => {
  const group = await aGroup()
  const page = await visit(`/app/groups/${group.id}`)
  await page.getByRole("link", { name: "Add criteria" }).waitFor()
  await tabTo(page, "Add criteria")
  await page.keyboard.press("Enter")

  /** Finds an attribute in the list that is open; the focus is in its value then. */
  const find = async (text: string, name: string) => {
    await eventually(async () => expect(await focused(page)).toBe("Search what can be asked"))
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")
    await row(page, name).waitFor()
  }
  await eventually(async () => expect(await focused(page)).toBe("Condition"))
  await page.keyboard.press("Enter")
  await find("first name", "First name")
  await page.keyboard.type("Anna")
  await page.keyboard.press("Enter")
  await find("number of orders", "Number of orders")
  await page.keyboard.type("3")
  await page.keyboard.press("Enter")
  await find("total spent", "Total spent")
  await page.keyboard.type("1234.5")
  await page.keyboard.press("Enter")
  await find("country", "Country")
  await page.keyboard.type("Germany")
  await page.getByRole("option", { name: /^Germany/ }).waitFor()
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "Remove Germany · DE" }).waitFor()
  await page.keyboard.press("Enter")
  await find("has an account", "Has an account")
  await page.keyboard.press("Enter")
  await eventually(async () => expect(await focused(page)).toBe("Yes"))
  await page.keyboard.press("ArrowDown")
  await eventually(async () => expect(await focused(page)).toBe("No"))
  await page.keyboard.press("Enter")
  // The list gives the focus back when it has closed; keys before that go to it, or to nothing.
  const answer = row(page, "Has an account").getByRole("combobox").filter({ hasText: "No" })
  await eventually(async () =>
    expect(await answer.evaluate((element) => element === document.activeElement)).toBe(true),
  )
  await eventually(async () => expect(await page.locator("[data-count]").count()).toBe(5))

  await page.keyboard.press("Control+Enter")
  await page.getByRole("alertdialog").waitFor()
  await tabTo(page, "Save")
  await page.keyboard.press("Enter")
  await toast(page, /^Saved:/)
  expect((await criteriaOf(group)).all).toEqual([
    { attribute: "first_name", operator: "eq", value: "Anna" },
    { attribute: "order_count", operator: "gte", value: 3 },
    expect.objectContaining({ attribute: "total_spent", operator: "gte", value: 1234.5 }),
    expect.objectContaining({ attribute: "country", operator: "in", value: ["de"] }),
    { attribute: "has_account", operator: "eq", value: false },
  ])
})

it("builds criteria by mouse, with times, operators and a group within", async () => {
  const group = await aGroup()
  const page = await open(group)
  await addCondition(page, "number of orders", "Number of orders")
  await choose(page, "Number of orders", "Time", "in the last 90 days")
  await choose(page, "Number of orders", "Comparison", "is less than")
  await row(page, "Number of orders").getByRole("spinbutton").fill("2")

  await page.getByRole("button", { name: "Group", exact: true }).click()
  await page.getByRole("combobox", { name: "Search what can be asked" }).fill("since when")
  await page.keyboard.press("Enter")
  await row(page, "Created").getByRole("spinbutton").fill("30")
  await save(page)
  await toast(page, /^Saved:/)
  expect(await criteriaOf(group)).toEqual({
    all: [
      { attribute: "order_count", operator: "lt", value: 2, window: { last: { n: 90, unit: "day" } } },
      { any: [{ attribute: "created_at", operator: "in_last", value: 30 }] },
    ],
  })
})

it("holds as many members after saving as it has counted before", async () => {
  const name = unique()
  for (let i = 0; i < 3; i++) await aCustomer({ first_name: name })
  const group = await aGroup()
  const page = await open(group, named("Nobody at all"))
  await valueOf(page, "First name").fill(name)
  await eventually(async () => expect(await total(page).innerText()).toBe("3 customers"))
  await save(page)
  await toast(page, "Saved: 3 joined, 0 left.")
  const { data } = await api("GET", `/admin/customer-groups/${group.id}/members`)
  expect(data.count).toBe(3)
})

const two = {
  all: [
    { attribute: "first_name", operator: "eq", value: "Anna" },
    { attribute: "last_name", operator: "eq", value: "Meier" },
    { any: [{ attribute: "company_name", operator: "eq", value: "Acme" }] },
  ],
}

it("moves a condition into a group by dragging it", async () => {
  const page = await open(await aGroup(), two)
  await page.getByRole("button", { name: "Move First name" }).hover()
  await page.mouse.down()
  const target = await row(page, "Company").boundingBox()
  await page.mouse.move(target!.x + 60, target!.y + target!.height - 4, { steps: 8 })
  await page.mouse.move(target!.x + 60, target!.y + target!.height + 3, { steps: 8 })
  await page.mouse.up()
  await treeIs(page, ["Last name", "Group 2", "Company", "First name"])
})

it("moves, copies and deletes without a mouse's dragging, and takes it back", async () => {
  const page = await open(await aGroup(), two)
  const before = ["First name", "Last name", "Group 3", "Company"]
  await chooseAction(page, "Last name", "Move up")
  await treeIs(page, ["Last name", "First name", "Group 3", "Company"])
  await chooseAction(page, "Company", "Duplicate")
  await treeIs(page, ["Last name", "First name", "Group 3", "Company", "Company"])
  await chooseAction(page, "Last name", "Delete")
  await treeIs(page, ["First name", "Group 2", "Company", "Company"])
  await eventually(async () => expect(await focused(page)).toBe("First name"))

  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z")
  await treeIs(page, before)
  await page.getByRole("button", { name: "Redo" }).click()
  await treeIs(page, ["Last name", "First name", "Group 3", "Company"])
})

it("takes back an amount, too", async () => {
  const page = await open(await aGroup())
  await addCondition(page, "total spent", "Total spent")
  const amount = row(page, "Total spent").getByRole("textbox", { name: "Total spent" })
  await amount.fill("1,500.25")
  await page.getByRole("button", { name: "Undo" }).click()
  expect(await amount.inputValue()).toBe("")
  await page.getByRole("button", { name: "Redo" }).click()
  expect(await amount.inputValue()).toBe("1,500.25")
})

it("leaves out what is muted, and says so before saving", async () => {
  const group = await aGroup()
  const page = await open(group, two)
  await chooseAction(page, "Last name", "Mute")
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
  await page.getByText("Muted conditions are not saved.").waitFor()
  await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click()
  await toast(page, /^Saved:/)
  expect(await criteriaOf(group)).toEqual({ all: [two.all[0], two.all[2]] })
})

it("takes a pasted list, and points out what the store does not know", async () => {
  const group = await aGroup()
  const page = await open(group)
  await addCondition(page, "country", "Country")
  await valueOf(page, "Country").focus()
  await paste(page, "germany; FR\nAtlantis, Swedn")
  await page.getByRole("button", { name: "Remove Germany · DE" }).waitFor()
  await page.getByText("“Atlantis” does not occur in this store.").waitFor()
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Did you mean “Sweden”?" }).click()
  await save(page)
  await toast(page, /^Saved:/)
  expect((await criteriaOf(group)).all[0].value).toEqual(["de", "fr", "se"])
})

it("asks whether another word was meant that occurs among customers", async () => {
  const name = `Wern${unique()}`
  await aCustomer({ last_name: name })
  const page = await open(await aGroup())
  await addCondition(page, "last name", "Last name")
  await valueOf(page, "Last name").fill(`${name}x`)
  await page.getByRole("button", { name: `Did you mean “${name}”?` }).click()
  expect(await valueOf(page, "Last name").inputValue()).toBe(name)
  await eventually(async () => expect(await total(page).innerText()).toBe("1 customer"))
})

it("keeps a condition of which the attribute is gone, and does not save without it", async () => {
  const group = await aGroup()
  const gone = { all: [...two.all, { attribute: "loyalty_points", operator: "gt", value: 100 }] }
  await api("POST", `/admin/customer-groups/${group.id}/criteria`, { criteria: two })
  await db.query("update customer_group_criteria set criteria = $1, status = 'paused' where group_id = $2", [
    gone,
    group.id,
  ])
  const page = await open(group)
  await row(page, "loyalty_points").getByText('"value":100').waitFor()
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
  await row(page, "loyalty_points").getByText("This store no longer knows what is asked here").waitFor()
  expect(await page.getByRole("alertdialog").count()).toBe(0)
  expect(await criteriaOf(group)).toEqual(gone)

  await chooseAction(page, "loyalty_points", "Delete")
  await save(page)
  await toast(page, /^Saved/)
  expect(await criteriaOf(group)).toEqual(two)
})

it("keeps a note on what a change is for, in the activity", async () => {
  const group = await aGroup()
  const page = await open(group)
  await addCondition(page, "first name", "First name")
  await valueOf(page, "First name").fill("Anna")
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
  await page.getByLabel("What for (optional, for the history)").fill("Summer campaign")
  await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click()
  await toast(page, /^Saved:/)
  await page.getByText("“Summer campaign”").waitFor()
})

it("fits on a phone", async () => {
  const page = await visit("/app/groups")
  await page.setViewportSize({ width: 390, height: 844 })
  const five = { attribute: "country", operator: "in", value: ["de", "fr", "it", "se", "us"] }
  const group = await anAutomaticGroup({ all: [...two.all, five] })
  for (const path of ["", "/criteria"]) {
    await page.goto(`/app/groups/${group.id}${path}`)
    await page.getByText("first name is “Anna”").first().waitFor()
    const overflow = await page.evaluate(() => {
      const scope = document.querySelector("[role=dialog]") ?? document.documentElement
      return [...scope.querySelectorAll("*")].filter(
        (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest("table, pre"),
      ).length
    })
    expect({ path, overflow }).toEqual({ path, overflow: 0 })
  }
})
