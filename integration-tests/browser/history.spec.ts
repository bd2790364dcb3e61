import { addressOf, eventually, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aCustomer, aGroup, unique } from "../helpers/shop"

const DAY = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()

/** Anna and Ben were in the group since ten days ago; Anna left it today. */
const aPast = async () => {
  const anna = await aCustomer({ first_name: "Anna", last_name: unique() })
  const ben = await aCustomer({ first_name: "Ben", last_name: unique() })
  const group = await aGroup(`VIP ${unique()}`, [anna, ben])
  const since = daysAgo(10)
  await db.query("update customer_group set created_at = $2 where id = $1", [group.id, daysAgo(20)])
  await db.query("update customer_group_state set baseline_at = $2 where id = $1", [group.id, daysAgo(20)])
  await db.query("update customer_group_membership_change set created_at = $2, member_since = $2 where group_id = $1", [
    group.id,
    since,
  ])
  await db.query("update customer_group_customer set created_at = $2 where customer_group_id = $1", [group.id, since])
  await api("POST", `/admin/customer-groups/${group.id}/members`, { remove: { ids: [anna.id] } })
  return { anna, ben, group }
}

it("shows who was in the group on a day, which the address keeps, and goes back to today", async () => {
  const { anna, ben, group } = await aPast()
  const page = await visit(`/app/groups/${group.id}?as_of=${daysAgo(3).slice(0, 10)}`)

  await page.getByText(/^Who was in the group at the end of/).waitFor()
  for (const { email } of [anna, ben]) await page.getByText(email, { exact: true }).waitFor()
  expect(await page.getByRole("button", { name: /^Actions for (Anna|Ben)/ }).count()).toBe(0)

  await page.getByRole("button", { name: "Back to today" }).click()
  await page.getByRole("link", { name: "Add", exact: true }).waitFor()
  await page.getByText(ben.email, { exact: true }).waitFor()
  await eventually(async () => expect(await page.getByText(anna.email, { exact: true }).count()).toBe(0))
  expect(addressOf(page)).not.toHaveProperty("as_of")
})

it("asks for the day, beginning with today", async () => {
  const { group } = await aPast()
  const page = await visit(`/app/groups/${group.id}`)

  await page.getByRole("button", { name: "As of a date" }).click()

  await page.getByText(/^Who is in the group today\./).waitFor()
  await page.getByRole("group", { name: "Date", exact: true }).waitFor()
  expect(addressOf(page)).toHaveProperty("as_of")
})

it("tells on the customer's page which groups they joined and left", async () => {
  const { anna, group } = await aPast()
  const page = await visit(`/app/customers/${anna.id}`)

  await page.getByRole("button", { name: "History of groups" }).click()

  const rows = page.getByRole("dialog").getByRole("listitem")
  await rows.filter({ hasText: group.name }).filter({ hasText: "Left" }).waitFor()
  await rows.filter({ hasText: group.name }).filter({ hasText: "Joined" }).waitFor()
  await page.getByText(/^Known since/).waitFor()
})
