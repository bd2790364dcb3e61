/**
 * What customers have ordered, for criteria to read. Written by set-based SQL only, so there is no data model
 * (docs/decisions/0002). A rebuild fills the same tables under another name and then swaps them.
 */
interface StatisticsTable {
  name: string
  columns: string
  primaryKey: string
  /** What stands behind the table's name in an index's name, and what the index is on. */
  indexes: Record<string, string>
}

/** One row an order that counts: neither draft nor cancelled nor deleted, and placed by a customer. */
const ORDER_FACT: StatisticsTable = {
  name: "customer_order_fact",
  // `total` is what Medusa shows as the order's total, `paid` what was captured less what was refunded; both rounded
  // to the currency's digits. `placed_at` is the order's created_at.
  columns: `
    order_id text not null,
    customer_id text not null,
    placed_at timestamptz not null,
    currency_code text not null,
    total numeric not null,
    paid numeric not null,
    region_id text null,
    sales_channel_id text null,
    status text not null`,
  primaryKey: "order_id",
  indexes: {
    // Some customers' orders; and all in the order of the customers, so that money in a window is added up as it is read.
    customer_id: "(customer_id, placed_at) include (currency_code, total)",
    // Orders in a window of time, without reading the table: three times faster.
    placed_at: "(placed_at) include (customer_id, currency_code, total)",
  },
}

/**
 * One row a line of such an order. `quantity` is what was bought, `returned_quantity` what came back of it (received or
 * dismissed), `total` what the line comes to for what was kept, with discounts and tax, rounded to the currency's digits.
 * A line that an edit took out has no row; one that came back whole has: it was returned, and is no purchase any more.
 */
const PURCHASE_FACT: StatisticsTable = {
  name: "customer_purchase_fact",
  columns: `
    item_id text not null,
    order_id text not null,
    customer_id text not null,
    placed_at timestamptz not null,
    product_id text null,
    variant_id text null,
    currency_code text not null,
    quantity numeric not null,
    returned_quantity numeric not null,
    total numeric not null`,
  primaryKey: "item_id",
  indexes: {
    product_id: "(product_id, placed_at) include (customer_id, quantity, returned_quantity, total)",
    // Few lines a variant: reading them costs less than a second index as large as the one by product.
    variant_id: "(variant_id)",
    customer_id: "(customer_id)",
    // What is on record of an order that has changed, also of lines that it has no more.
    order_id: "(order_id)",
  },
}

/**
 * One row a customer and currency, and one over all currencies (`*`), where amounts are null. Who has no order that
 * counts has no row.
 */
const STATISTICS: StatisticsTable = {
  name: "customer_statistics",
  columns: `
    customer_id text not null,
    currency_code text not null,
    order_count integer not null,
    spent numeric null,
    paid numeric null,
    largest numeric null,
    largest_paid numeric null,
    first_order_at timestamptz not null,
    last_order_at timestamptz not null`,
  primaryKey: "customer_id, currency_code",
  indexes: {
    // Who has spent more than an amount, without reading everybody's row.
    spent: "(currency_code, spent) include (customer_id)",
  },
}

export const FACT_TABLES = [ORDER_FACT, PURCHASE_FACT, STATISTICS]

/** Behind the name of a table that a rebuild fills. */
export const SHADOW = "_next"

const indexName = (table: StatisticsTable, index: string, suffix = "") => `"IDX_${table.name}_${index}${suffix}"`

/** A table without its keys and indexes: they are made when it is full. */
export const createTable = (table: StatisticsTable, suffix = "") =>
  `create table if not exists ${table.name}${suffix} (${table.columns}\n);`

/** A statement for the unique index of the primary key (`pkey`), and for every other index, by its short name. */
export const indexesOf = (table: StatisticsTable, suffix = ""): Record<string, string> => ({
  pkey: `create unique index ${table.name}${suffix}_pkey on ${table.name}${suffix} (${table.primaryKey})`,
  ...Object.fromEntries(
    Object.entries(table.indexes).map(([index, on]) => [
      index,
      `create index ${indexName(table, index, suffix)} on ${table.name}${suffix} ${on}`,
    ]),
  ),
})

const ifNotExists = (statement: string) => statement.replace("create index", "create index if not exists")

/** Puts a full shadow in its table's place, with the names of its indexes. */
export const swapTable = (table: StatisticsTable): string[] => [
  `drop table ${table.name}`,
  `alter table ${table.name}${SHADOW} rename to ${table.name}`,
  `alter table ${table.name} add constraint ${table.name}_pkey primary key using index ${table.name}${SHADOW}_pkey`,
  ...Object.keys(table.indexes).map(
    (index) => `alter index ${indexName(table, index, SHADOW)} rename to ${indexName(table, index)}`,
  ),
]

/**
 * The state is one row. `ready` are tables that may be read; they stay so while a rebuild fills others. The steps are
 * what a rebuild has done and has still to do, so that it goes on where it was when its process ended.
 */
const STATE_TABLES = `
create table if not exists customer_statistics_state (
  id text not null primary key default 'statistics' check (id = 'statistics'),
  status text not null check (status in ('building', 'ready')),
  as_of timestamptz null,
  steps_done integer not null default 0,
  steps_total integer not null default 0,
  started_at timestamptz null,
  finished_at timestamptz null
);

create table if not exists customer_statistics_step (
  id integer not null primary key,
  phase integer not null,
  kind text not null,
  target text null,
  lower_id text null,
  upper_id text null,
  done_at timestamptz null
);

create table if not exists customer_statistics_changed (
  customer_id text not null,
  changed_at timestamptz not null default clock_timestamp()
);`

/**
 * Whose facts are being refreshed: a row each, which is gone again when the transaction ends, so nobody ever sees one. Who
 * inserts the same key waits for that. Advisory locks would do the same, but PostgreSQL has room for a few thousand in all.
 */
export const CREATE_REFRESH_TABLE = `
create unlogged table if not exists customer_statistics_refresh (
  customer_id text not null primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);`

/** A shop that has sold nothing yet is ready as it is; any other must build first. */
const FIRST_STATE = `
do $first$
declare has_orders boolean := false;
begin
  if to_regclass('"order"') is not null then
    execute 'select exists (select 1 from "order")' into has_orders;
  end if;
  insert into customer_statistics_state (status, as_of)
  values (case when has_orders then 'building' else 'ready' end, case when has_orders then null else now() end)
  on conflict (id) do nothing;
end $first$;`

export const CREATE_STATISTICS_TABLES = [
  ...FACT_TABLES.flatMap((table) => {
    const { pkey: _pkey, ...indexes } = indexesOf(table)
    return [
      createTable({
        ...table,
        columns: `${table.columns},
    primary key (${table.primaryKey})`,
      }),
      ...Object.values(indexes).map((statement) => `${ifNotExists(statement)};`),
    ]
  }),
  STATE_TABLES,
  FIRST_STATE,
].join("\n")

const ORDER_OF_PURCHASE = "order_id"

/** The index of purchases by order, for installations that had none; also for a rebuild that is going on meanwhile. */
export const ADD_ORDER_OF_PURCHASE = `
${ifNotExists(indexesOf(PURCHASE_FACT)[ORDER_OF_PURCHASE]!)};
do $add$ begin
  if to_regclass('${PURCHASE_FACT.name}${SHADOW}') is not null then
    ${ifNotExists(indexesOf(PURCHASE_FACT, SHADOW)[ORDER_OF_PURCHASE]!)};
  end if;
end $add$;`

export const REMOVE_ORDER_OF_PURCHASE = ["", SHADOW]
  .map((suffix) => `drop index if exists ${indexName(PURCHASE_FACT, ORDER_OF_PURCHASE, suffix)};`)
  .join("\n")

/** What only a rebuild needs. */
export const DROP_SHADOWS = [...FACT_TABLES.map(({ name }) => `${name}${SHADOW}`), "customer_statistics_part"]
  .map((name) => `drop table if exists ${name};`)
  .join("\n")

/**
 * Shadows, and a table of what lines and shipping come to, from which orders are then added up. That one is not logged:
 * after a crash of PostgreSQL it is empty, which is seen by its missing first row.
 */
export const CREATE_SHADOWS = [
  DROP_SHADOWS,
  ...FACT_TABLES.map((table) => createTable(table, SHADOW)),
  "create unlogged table customer_statistics_part (order_id text not null, total numeric not null);",
  "insert into customer_statistics_part values ('', 0);",
].join("\n")

export const DROP_STATISTICS_TABLES = [
  DROP_SHADOWS,
  ...[
    ...FACT_TABLES.map(({ name }) => name),
    "customer_statistics_changed",
    "customer_statistics_refresh",
    "customer_statistics_step",
    "customer_statistics_state",
  ].map((name) => `drop table if exists ${name};`),
].join("\n")
