import { attachTriggers, detachTriggers } from "./attach-triggers"

/** Triggers on Medusa's tables: name, table, when, and the function they run. */
const TRIGGERS = [
  {
    name: "customer_groups_insert",
    table: "customer_group_customer",
    when: "after insert",
    each: "referencing new table as new_rows for each statement",
    runs: "customer_groups_log_insert",
  },
  {
    name: "customer_groups_delete",
    table: "customer_group_customer",
    when: "after delete",
    each: "referencing old table as old_rows for each statement",
    runs: "customer_groups_log_delete",
  },
  {
    name: "customer_groups_update",
    table: "customer_group_customer",
    when: "after update",
    each: "referencing old table as old_rows new table as new_rows for each statement",
    runs: "customer_groups_log_update",
  },
  {
    name: "customer_groups_deleted_or_restored",
    table: "customer",
    when: "after update",
    each: "for each row when ((old.deleted_at is null) is distinct from (new.deleted_at is null))",
    runs: "customer_groups_log_customer",
  },
  {
    name: "customer_groups_purge",
    table: "customer",
    when: "before delete",
    each: "for each row when (old.deleted_at is not null)",
    runs: "customer_groups_purge_customer",
  },
  {
    name: "customer_groups_purge",
    table: "customer_group",
    when: "before delete",
    each: "for each row when (old.deleted_at is not null)",
    runs: "customer_groups_purge_group",
  },
  {
    name: "customer_groups_made",
    table: "customer_group",
    when: "after insert",
    each: "for each row",
    runs: "customer_groups_group_made",
  },
  {
    name: "customer_groups_gone",
    table: "customer_group",
    when: "after delete",
    each: "for each row",
    runs: "customer_groups_group_gone",
  },
] as const

/** Indexes of ours on Medusa's tables, each for the query it is named after. */
const INDEXES = [
  // The newest members of a group, a page at a time; the customer decides among those who joined in one statement.
  `create index if not exists "IDX_customer_groups_members_by_joined"
    on customer_group_customer (customer_group_id, created_at, customer_id)`,
  // The newest customers of the shop, in the window that adds customers.
  `create index if not exists "IDX_customer_groups_customers_by_created"
    on customer (created_at, id) where deleted_at is null`,
  // The few who are deleted, among those whom criteria find without looking at the customers.
  `create index if not exists "IDX_customer_groups_customers_deleted" on customer (id) where deleted_at is not null`,
  // Criteria that ask for the domain of the e-mail, written as they compile. PostgreSQL knows how often each domain
  // occurs by this index alone (not by a partial one), and plans everything that is joined to these customers by it.
  `create index if not exists "IDX_customer_groups_customers_by_email_domain"
    on customer (lower(nullif(case when strpos(email, '@') > 0 then split_part(email, '@', -1) end, '')))`,
  // Criteria that ask for the country of an address, written as they compile; without reading the table.
  `create index if not exists "IDX_customer_groups_addresses_by_country"
    on customer_address (lower(nullif(country_code, '')), customer_id) include (country_code) where deleted_at is null`,
]

/** Nothing is known of what an index works out until its table is looked at, which a shop that stands still may never be. */
const LOOK_AT = ["analyze customer", "analyze customer_address"]

/** Attaches the log where Medusa's tables stand, and writes the counts it starts from, in one transaction. */
export const ATTACH_LOG = attachTriggers({
  needs: ["customer_group_customer", "customer_group_state"],
  triggers: TRIGGERS,
  andThen: [...INDEXES, ...LOOK_AT, "perform customer_groups_reset_counts()"],
})

export const DETACH_LOG = `${detachTriggers(TRIGGERS)}
drop index if exists "IDX_customer_groups_members_by_joined";
drop index if exists "IDX_customer_groups_customers_by_created";
drop index if exists "IDX_customer_groups_customers_by_email_domain";
drop index if exists "IDX_customer_groups_addresses_by_country";
drop index if exists "IDX_customer_groups_customers_deleted";`
