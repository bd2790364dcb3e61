import { eventually, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aGroup, unique } from "../helpers/shop"

const MINUTE = 60_000

/** An evaluation that has just ended like this, as the worker writes it down. */
const evaluated = (group: { id: string }, status: "held" | "failed") =>
  db.query(
    `insert into customer_group_operation (id, group_id, type, status, reason, details, error)
     values ('cgop_' || $1::text, $2, 'evaluate', $3, 'time_passed', '{"joins": 1200, "leaves": 3}',
       case when $3 = 'failed' then 'The database was away.' end)`,
    [unique(), group.id, status],
  )

describe("the bell of the dashboard", () => {
  const groups = new Map<string, { id: string; name: string }>()
  beforeAll(async () => {
    for (const status of ["held", "failed"] as const) {
      const group = await aGroup(`Rung ${unique()}`)
      groups.set(status, group)
      await evaluated(group, status)
    }
    // Workers look for what people have to be told of twice a minute.
    await eventually(async () => {
      const { data } = await api("GET", "/admin/notifications?channel=feed&limit=50&order=-created_at")
      for (const { name } of groups.values()) expect(JSON.stringify(data.notifications)).toContain(name)
    }, MINUTE)
  }, 2 * MINUTE)

  it.each([
    ["held", "a large change waits for you", "1,200 customers would join"],
    ["failed", "the evaluation failed", "The database was away."],
  ])("names a group of which an evaluation is %s", async (status, title, reason) => {
    const group = groups.get(status)!
    const page = await visit(`/app/groups/${group.id}`)
    await page.getByRole("heading", { name: group.name, exact: true }).waitFor()
    await page.keyboard.press("Control+n")
    const bell = page.getByRole("dialog", { name: "Notifications" })
    await bell.getByText(`Customer group "${group.name}": ${title}`).waitFor()
    await bell.getByText(reason).first().waitFor()
  })
})

describe("the search of the dashboard", () => {
  it("finds a group by ⌘K and opens its page", async () => {
    const group = await aGroup(`Sought ${unique()}`)
    const page = await visit("/app/customers")
    await page.getByRole("link", { name: "Customer Groups" }).first().waitFor()
    await page.keyboard.press("Control+k")
    const search = page.getByRole("dialog")
    await search.getByRole("combobox").or(search.getByRole("textbox")).first().fill(group.name)
    await search.getByText(group.name, { exact: true }).first().click()
    await page.waitForURL(`**/app/groups/${group.id}`)
    await page.getByRole("heading", { name: group.name, exact: true }).waitFor()
  })
})
