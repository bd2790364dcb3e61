import { cellsIn, eventually, toast, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aGroup, unique } from "../helpers/shop"

const MANY = 100_000

describe("a group of 100,000 customers", () => {
  const tag = unique()

  afterAll(async () => {
    // The other tests need none of them.
    await db.query(`begin; set local session_replication_role = replica`)
    await db.query(`delete from customer_group_customer where customer_id like 'cus_${tag}%'`)
    await db.query(`delete from customer_group_membership_change where customer_id like 'cus_${tag}%'`)
    await db.query(`delete from customer where id like 'cus_${tag}%'`)
    await db.query("commit")
  })

  it("shows their number and the first page, and removes all that match but one", async () => {
    const group = await aGroup(`Large ${tag}`)
    await db.query(
      `insert into customer (id, email, first_name, has_account)
       select 'cus_${tag}' || lpad(i::text, 6, '0'), '${tag}' || i || '@large.example', 'Number ' || i, true
       from generate_series(1, ${MANY}) i`,
    )
    await db.query(
      `insert into customer_group_customer (id, customer_id, customer_group_id)
       select 'cusgc_${tag}' || i, 'cus_${tag}' || lpad(i::text, 6, '0'), $1 from generate_series(1, ${MANY}) i`,
      [group.id],
    )

    const list = await visit(`/app/groups?q=${tag}`)
    await eventually(async () => expect((await cellsIn(list))[0]?.[2]).toBe("100,000"))

    const page = await visit(`/app/groups/${group.id}`)
    await page.getByText("1 – 20 of 100,000").waitFor()
    expect(await cellsIn(page)).toHaveLength(20)
    await page.getByText("100,000", { exact: true }).first().waitFor()

    await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await page.getByRole("button", { name: "Choose all 100,000 that match" }).click()
    await page.getByText("100,000 chosen").waitFor()
    await page.locator("tbody").getByRole("checkbox").first().click()
    await page.getByText("99,999 chosen").waitFor()
    const [[, stays]] = await cellsIn(page)
    await page.keyboard.press("r")
    await page
      .getByRole("alertdialog", { name: "Remove 99,999 customers?" })
      .getByRole("button", { name: "Continue" })
      .click()

    await page
      .locator("[data-sonner-toast]")
      .filter({ hasText: "99,999 customers were removed from the group." })
      .waitFor({ timeout: 60_000 })
    await page.getByText("1 – 1 of 1").first().waitFor()
    await eventually(async () => expect((await cellsIn(page)).map((cells) => cells[1])).toEqual([stays]))

    const { rows: left } = await db.query(
      "select count(*)::int as members from customer_group_customer where customer_group_id = $1",
      [group.id],
    )
    expect(left[0].members).toBe(1)
    const { rows: customers } = await db.query(
      `select count(*)::int as living from customer where id like 'cus_${tag}%' and deleted_at is null`,
    )
    expect(customers[0].living).toBe(MANY)

    await page.getByRole("checkbox", { name: `Choose ${stays}`, exact: true }).click()
    await page.keyboard.press("r")
    await page.getByRole("alertdialog").getByRole("button", { name: "Continue" }).click()
    await toast(page, "1 customer was removed from the group.")
    await page.getByText("No customers in this group yet").waitFor()
    const { data } = await api("GET", `/admin/customer-groups/${group.id}/overview`)
    expect(data.customer_group.member_count).toBe(0)
  })

  it("removes all that match at once", async () => {
    const group = await aGroup(`All of ${tag}`)
    await db.query(
      `insert into customer_group_customer (id, customer_id, customer_group_id)
       select 'cusgc2_${tag}' || i, 'cus_${tag}' || lpad(i::text, 6, '0'), $1 from generate_series(1, ${MANY}) i`,
      [group.id],
    )
    const page = await visit(`/app/groups/${group.id}`)
    await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await page.getByRole("button", { name: "Choose all 100,000 that match" }).click()
    await page.getByText("All 100,000 that match are chosen.").waitFor()
    await page.keyboard.press("r")
    await page
      .getByRole("alertdialog", { name: "Remove 100,000 customers?" })
      .getByRole("button", { name: "Continue" })
      .click()
    await page.getByText("No customers in this group yet").waitFor({ timeout: 60_000 })
    const { rows } = await db.query(
      "select count(*)::int as members from customer_group_customer where customer_group_id = $1",
      [group.id],
    )
    expect(rows[0].members).toBe(0)
  })
})
