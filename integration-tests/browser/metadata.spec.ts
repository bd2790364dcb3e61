import { type DashboardPage, eventually, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aGroup } from "../helpers/shop"

type Metadata = Record<string, unknown>

const aGroupWith = async (metadata: Metadata) => {
  const group = await aGroup()
  // As other software leaves it, whatever its shape.
  await db.query("update customer_group set metadata = $2 where id = $1", [group.id, JSON.stringify(metadata)])
  return group
}

/** What the database holds, as JSON: a number is not a text. */
const metadataOf = async (group: { id: string }): Promise<Metadata> => {
  const { rows } = await db.query("select metadata from customer_group where id = $1", [group.id])
  return rows[0].metadata
}

const openEditor = async (group: { id: string }) => {
  const page = await visit(`/app/groups/${group.id}`)
  await page.getByRole("link", { name: "Edit Metadata" }).click()
  const dialog = page.getByRole("dialog", { name: "Edit Metadata" })
  await dialog.getByLabel("Key, row 1").waitFor()
  const fill = async (row: number, key: string, value: string) => {
    await dialog.getByLabel(`Key, row ${row}`).fill(key)
    await dialog.getByLabel(`Value, row ${row}`).fill(value)
  }
  const chooseForRow = async (row: number, action: string) => {
    await dialog.getByLabel(`Key, row ${row}`).hover()
    await dialog.getByRole("button", { name: `Actions for row ${row}` }).click()
    await page.getByRole("menuitem", { name: action }).click()
    await eventually(async () => expect(await page.getByRole("menu").count()).toBe(0))
  }
  const keys = () =>
    dialog.getByLabel(/^Key, row/).evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  const save = () => dialog.getByRole("button", { name: "Save" }).click()
  return { page, dialog, fill, chooseForRow, keys, save }
}

const saved = async (page: DashboardPage) => {
  await toast(page, "Metadata was saved.")
  await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0))
}

describe("the metadata of a customer group", () => {
  it("G14 opens a side window with a table of keys and values", async () => {
    const group = await aGroupWith({ tier: "gold", region: "north" })
    const { dialog, keys } = await openEditor(group)

    await dialog.getByRole("columnheader", { name: "Key" }).waitFor()
    await dialog.getByRole("columnheader", { name: "Value" }).waitFor()
    expect((await keys()).sort()).toEqual(["region", "tier"])
    const values = await dialog
      .getByLabel(/^Value, row/)
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
    expect(values.sort()).toEqual(["gold", "north"])
  })

  it("G15 stores a changed value and a new pair, and counts the keys right", async () => {
    const group = await aGroupWith({ tier: "gold" })
    const { page, dialog, fill, save } = await openEditor(group)
    await dialog.getByLabel("Value, row 1").fill("platinum")
    await dialog.getByRole("button", { name: "Add row" }).click()
    await fill(2, "region", "north")
    await save()

    await saved(page)
    await page.getByText("2 keys").first().waitFor()
    expect(await metadataOf(group)).toEqual({ tier: "platinum", region: "north" })
    const { data } = await api("GET", `/admin/customer-groups/${group.id}`)
    expect(data.customer_group.metadata).toEqual({ tier: "platinum", region: "north" })
  })

  it("G15 starts with an empty row when there is no metadata", async () => {
    const group = await aGroup()
    const { page, fill, save } = await openEditor(group)
    await fill(1, "tier", "gold")
    await save()

    await saved(page)
    await page.getByText("1 key", { exact: true }).first().waitFor()
    expect(await metadataOf(group)).toEqual({ tier: "gold" })
  })

  it("G16 inserts a row above and below from the icon of a row; what is filled in is stored", async () => {
    const group = await aGroupWith({ middle: "m" })
    const { page, fill, chooseForRow, keys, save } = await openEditor(group)
    await chooseForRow(1, "Insert row above")
    expect(await keys()).toEqual(["", "middle"])
    await fill(1, "above", "a")
    await chooseForRow(2, "Insert row below")
    expect(await keys()).toEqual(["above", "middle", ""])
    await fill(3, "below", "b")
    await save()

    await saved(page)
    expect(await metadataOf(group)).toEqual({ above: "a", middle: "m", below: "b" })
    await page.getByText("3 keys").first().waitFor()
  })

  it("G16 shows the icon of a row on hover and on focus only", async () => {
    const group = await aGroupWith({ tier: "gold" })
    const { dialog } = await openEditor(group)
    const icon = dialog.getByRole("button", { name: "Actions for row 1" })
    const opacity = () => icon.evaluate((element) => getComputedStyle(element).opacity)

    await dialog.getByRole("button", { name: "Save" }).focus()
    await dialog.getByRole("heading", { name: "Edit Metadata" }).hover()
    await eventually(async () => expect(await opacity()).toBe("0"))
    await dialog.getByLabel("Value, row 1").hover()
    await eventually(async () => expect(await opacity()).toBe("1"))
    await dialog.getByRole("heading", { name: "Edit Metadata" }).hover()
    await icon.focus()
    await eventually(async () => expect(await opacity()).toBe("1"))
  })

  it("G17 deletes a row; the key is gone after saving", async () => {
    const group = await aGroupWith({ tier: "gold", region: "north", since: "2020" })
    const { page, chooseForRow, keys, save } = await openEditor(group)
    const row = (await keys()).indexOf("region") + 1
    await chooseForRow(row, "Delete row")
    expect(await keys()).not.toContain("region")
    expect(await metadataOf(group)).toHaveProperty("region")
    await save()

    await saved(page)
    expect(await metadataOf(group)).toEqual({ tier: "gold", since: "2020" })
    await page.getByText("2 keys").first().waitFor()
  })

  it("G18 says clearly when a key is there twice, and stores nothing", async () => {
    const group = await aGroupWith({ tier: "gold" })
    const { page, dialog, fill, save } = await openEditor(group)
    await dialog.getByRole("button", { name: "Add row" }).click()
    await fill(2, "tier", "silver")
    await save()

    await dialog.getByText("Row 2: the key “tier” is there already. Each key can be used once.").waitFor()
    expect(await dialog.getByLabel("Key, row 2").getAttribute("aria-invalid")).toBe("true")
    await fill(2, "level", "")
    await save()
    await dialog.getByText("Row 2: the key “level” has no value.").waitFor()
    await fill(2, "", "silver")
    await save()
    await dialog.getByText("Row 2: the value has no key.").waitFor()
    expect(await metadataOf(group)).toEqual({ tier: "gold" })

    await dialog.getByLabel("Key, row 2").fill("level")
    await save()
    await saved(page)
    expect(await metadataOf(group)).toEqual({ tier: "gold", level: "silver" })
  })

  it("G18 keeps values that are not text as they are, and text that looks like a number stays text", async () => {
    const set = {
      count: 7,
      rate: 1.5,
      active: true,
      nothing: null,
      limits: { daily: { amount: 10, by: ["card", null, { deep: false }] } },
      list: [1, "2", { three: 3 }],
      code: "00420",
    }
    const group = await aGroupWith(set)
    const { page, dialog, fill, keys, save } = await openEditor(group)
    await page.getByText("Some values are kept as they are").waitFor()
    const rows = await keys()
    const valueOf = (key: string) => dialog.getByLabel(`Value, row ${rows.indexOf(key) + 1}`)
    expect(await valueOf("count").inputValue()).toBe("7")
    expect(await valueOf("count").isEditable()).toBe(false)
    expect(await valueOf("code").isEditable()).toBe(true)

    const next = rows.length + 1
    for (const [index, [key, value]] of [
      ["price", "1.50"],
      ["flag", "true"],
      ["json", '{"a":1}'],
    ].entries()) {
      await dialog.getByRole("button", { name: "Add row" }).click()
      await fill(next + index, key, value)
    }
    await save()

    await saved(page)
    expect(await metadataOf(group)).toStrictEqual({ ...set, price: "1.50", flag: "true", json: '{"a":1}' })
    await page.getByText("10 keys").first().waitFor()
  })
})
