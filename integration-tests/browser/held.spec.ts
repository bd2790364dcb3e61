import { eventually, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aCustomer, anAutomaticGroup, named, unique } from "../helpers/shop"

/** An evaluation that would move more than usual waits for a person. */

const aHeldGroup = async () => {
  const [name, other] = [unique(), unique()]
  for (let i = 0; i < 3; i++) await aCustomer({ first_name: other })
  await aCustomer({ first_name: name })
  const group = await anAutomaticGroup(named(name), { guard: { share: 0.1, people: 0 } })
  const path = `/admin/customer-groups/${group.id}/criteria`
  await db.query(
    "update customer_group_criteria set criteria = jsonb_set(criteria, '{all,0,value}', to_jsonb($1::text)), due_at = now() where group_id = $2",
    [other, group.id],
  )
  await eventually(async () => expect((await api("GET", path)).data.held_operation).not.toBeNull(), 30_000)
  return group
}

const membersOf = async ({ id }: { id: string }): Promise<number> =>
  (await api("GET", `/admin/customer-groups/${id}/members`)).data.count

describe("an evaluation that waits", () => {
  let groups: Awaited<ReturnType<typeof aHeldGroup>>[]
  // Workers look for what is due a few times a minute: both are waited for at once.
  beforeAll(async () => {
    groups = await Promise.all([aHeldGroup(), aHeldGroup()])
  }, 60_000)

  it("shows who would move, and is applied", async () => {
    const [group] = groups
    const page = await visit(`/app/groups/${group.id}`)
    await page.getByText("This evaluation would add 3 and remove 1 of 1 customers").waitFor()
    await page.getByRole("link", { name: "See who" }).click()
    await page.locator("[data-joins]").filter({ hasText: "3 join" }).waitFor()
    await page.locator("[data-leaves]").filter({ hasText: "1 leaves" }).waitFor()
    await page.keyboard.press("Escape")
    expect(await membersOf(group)).toBe(1)

    await page.getByRole("button", { name: "Apply" }).click()
    await toast(page, "Applied: 3 joined, 1 left.")
    expect(await membersOf(group)).toBe(3)
  })

  it("is discarded, and the group is paused until it is resumed", async () => {
    const [, group] = groups
    const page = await visit(`/app/groups/${group.id}`)
    await page.getByRole("button", { name: "Discard and pause" }).click()
    await toast(page, "Discarded. The group is paused.")
    expect(await membersOf(group)).toBe(1)
    await page.getByRole("button", { name: "Resume" }).waitFor()
  })
})
