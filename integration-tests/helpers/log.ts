import type { Client } from "pg"
import type { ModuleApp } from "./module-app"

/** The log of a group as short texts, oldest first: `joined anna`, `left anna`. */
export const logOf = async (app: ModuleApp, group: { id: string }, names: Record<string, { id: string }>) => {
  const nameOf = Object.fromEntries(Object.entries(names).map(([name, { id }]) => [id, name]))
  const { rows } = await app.db.query(
    "select change, customer_id from customer_group_membership_change where group_id = $1 order by id",
    [group.id],
  )
  return rows.map(({ change, customer_id }) => `${change} ${nameOf[customer_id] ?? customer_id}`)
}

/**
 * For every group: living members by the memberships that stand, by the log, and by the count that the plugin answers.
 * Written without the plugin's own SQL.
 */
export const figuresOf = async (app: ModuleApp) => {
  const { rows } = await app.db.query(`
    select g.id,
      (select count(distinct m.customer_id)::int from customer_group_customer m join customer c on c.id = m.customer_id
        where m.customer_group_id = g.id and c.deleted_at is null) as standing,
      (select coalesce(sum(case change when 'joined' then 1 when 'left' then -1 else 0 end), 0)::int
        from customer_group_membership_change l where l.group_id = g.id) as logged
    from customer_group g where g.deleted_at is null order by g.id`)
  const { groups } = await app.groups.listGroupOverviews({ limit: 1_000 })
  return rows.map((row) => ({ ...row, counted: groups.find(({ id }) => id === row.id)?.member_count }))
}

/** Log, count and memberships say the same of every group, before and after folding. */
export const expectLogToBeTrue = async (app: ModuleApp) => {
  for (const isFolded of [false, true]) {
    if (isFolded) while ((await app.groups.foldOutbox()) > 0);
    for (const { id, standing, logged, counted } of await figuresOf(app)) {
      expect({ id, isFolded, logged, counted }).toEqual({ id, isFolded, logged: standing, counted: standing })
    }
    expect(await app.groups.listCountDifferences()).toEqual([])
  }
}

/** Waits until a connection waits for a lock. */
export const whenBlocked = async (watcher: Client, blocked: Client) => {
  const pid = (blocked as unknown as { processID: number }).processID
  for (let attempt = 0; attempt < 500; attempt++) {
    const { rows } = await watcher.query("select cardinality(pg_blocking_pids($1)) > 0 as is_blocked", [pid])
    if (rows[0].is_blocked) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error("The connection did not come to wait for a lock.")
}
