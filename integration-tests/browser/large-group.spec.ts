import { cellsIn, eventually, visit } from "../helpers/dashboard"
import { api, db } from "../helpers/http"
import { aGroup, membersInTable, unique } from "../helpers/shop"

const MANY = 100_000

describe("a group of 100,000 customers", () => {
  const tag = unique()

  beforeAll(() =>
    db.query(
      `insert into customer (id, email, first_name, has_account)
       select 'cus_${tag}' || lpad(i::text, 6, '0'), '${tag}' || i || '@large.example', 'Number ' || i, true
       from generate_series(1, ${MANY}) i`,
    ),
  )

  // The other tests need none of them; no foreign key and no trigger has to look at each.
  afterAll(() =>
    db.query(`
      begin;
      set local session_replication_role = replica;
      delete from customer_group_customer where customer_id like 'cus_${tag}%';
      delete from customer_group_membership_change where customer_id like 'cus_${tag}%';
      delete from customer where id like 'cus_${tag}%';
      commit`),
  )

  /** All at the same moment, and before PostgreSQL has counted them, as after a change of many at once. */
  const aLargeGroup = async () => {
    const group = await aGroup()
    await db.query(
      `insert into customer_group_customer (id, customer_id, customer_group_id)
       select $1 || i, 'cus_${tag}' || lpad(i::text, 6, '0'), $1 from generate_series(1, ${MANY}) i`,
      [group.id],
    )
    return group
  }

  it("shows their number and the first page, and removes all that match", async () => {
    const group = await aLargeGroup()
    const list = await visit(`/app/groups?q=${encodeURIComponent(group.name)}`)
    await eventually(async () => expect((await cellsIn(list))[0]?.[2]).toBe("100,000"))

    const page = await visit(`/app/groups/${group.id}`)
    await page.getByText("1 – 20 of 100,000").waitFor()
    expect(await cellsIn(page)).toHaveLength(20)
    await page.getByText("100,000", { exact: true }).first().waitFor()

    await page.getByRole("checkbox", { name: "Choose all on this page" }).click()
    await page.getByText("20 chosen").waitFor()
    await page.getByRole("button", { name: "Choose all 100,000 that match" }).click()
    await page.getByText("All 100,000 that match are chosen.").waitFor()
    await page.keyboard.press("r")
    const prompt = page.getByRole("alertdialog", { name: "Remove 100,000 customers?" })
    await prompt.getByRole("button", { name: "Continue" }).click()
    // Done within two seconds it is said of the customers, later as the history says it.
    await page
      .getByText(/100,000 customers were removed from|removed 100,000 customers/)
      .first()
      .waitFor({ timeout: 60_000 })

    await page.getByText("No customers in this group yet").waitFor()
    expect(await membersInTable(group)).toEqual([])
    const { data } = await api("GET", `/admin/customer-groups/${group.id}/overview`)
    expect(data.customer_group.member_count).toBe(0)
    const { rows } = await db.query(
      `select count(*)::int as living from customer where id like 'cus_${tag}%' and deleted_at is null`,
    )
    expect(rows[0].living).toBe(MANY)
  })
})
