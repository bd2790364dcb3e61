/** The tables of Medusa that mark customers, and the function that does so. */
const MARKED = {
  order: "customer_groups_mark_orders",
  order_transaction: "customer_groups_mark_transactions",
  customer: "customer_groups_mark_customers",
  customer_address: "customer_groups_mark_addresses",
}

const ROWS = {
  insert: "referencing new table as new_rows",
  update: "referencing old table as old_rows new table as new_rows",
  delete: "referencing old table as old_rows",
}

const TRIGGERS = Object.entries(MARKED).flatMap(([table, runs]) =>
  Object.entries(ROWS).map(([when, rows]) => ({
    table: `"${table}"`,
    name: `customer_groups_mark_${when}`,
    when,
    rows,
    runs,
  })),
)

const tables = Object.keys(MARKED).map((table) => `to_regclass('"${table}"')`)
const names = TRIGGERS.map(({ table, name }) => `('${table}', '${name}')`).join(", ")

/**
 * Attaches the marks where Medusa's tables stand. Does nothing, and takes no lock, when everything is in place; a lock
 * timeout keeps a long import from holding up the store's start.
 */
export const ATTACH_MARKS = `
do $attach$
begin
  if ${[...tables, "to_regclass('customer_group_pending_customer')"].map((table) => `${table} is null`).join(" or ")} then
    return;
  end if;
  if (
    select count(*) from pg_trigger join (values ${names}) wanted (relation, name)
      on tgrelid = to_regclass(wanted.relation) and tgname = wanted.name and tgenabled <> 'D'
  ) = ${TRIGGERS.length} then return; end if;
  perform set_config('lock_timeout', '3s', true);
  perform pg_advisory_xact_lock(hashtextextended('customer_groups:attach', 0));
  ${TRIGGERS.map(({ table, name, when, rows, runs }) => `create or replace trigger ${name} after ${when} on ${table} ${rows} for each statement execute function ${runs}();`).join("\n  ")}
end $attach$;`

export const DETACH_MARKS = `
do $detach$
begin
  ${TRIGGERS.map(({ table, name }) => `if to_regclass('${table}') is not null then drop trigger if exists ${name} on ${table}; end if;`).join("\n  ")}
end $detach$;`
