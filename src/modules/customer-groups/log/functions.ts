import { movedPairs, record, SMALL_CHANGE, sourceOf } from "./record"
import { triggerFunction } from "./trigger-function"

/** How long a writer waits for a group that somebody else is writing to, before PostgreSQL refuses with 55P03. */
const LOCK_TIMEOUT = "30s"

const ROW_COLUMNS = "m.customer_group_id, m.customer_id, m.id, m.created_by, m.created_at, m.metadata"

/**
 * Rows that stand now, of the pairs in a transition table. The group is compared as an expression, so that rows are
 * looked up by customer: a group that has just been filled counts as empty in outdated statistics.
 */
const standing = (pairsFrom: string) => `
  customer_group_customer m
  join (select distinct customer_group_id, customer_id from (${pairsFrom}) p) pair
    on pair.customer_id = m.customer_id and pair.customer_group_id = m.customer_group_id || ''`

const COLUMNS = "(group_id, customer_id, id, created_by, created_at, metadata, was, remains)"

const touchedByInsert = `
  select ${ROW_COLUMNS}, n.id is null, true
  from ${standing("select customer_group_id, customer_id from new_rows")} left join new_rows n on n.id = m.id`

const touchedByDelete = `
  select ${ROW_COLUMNS}, true, false from old_rows m
  union all
  select ${ROW_COLUMNS}, true, true from ${standing("select customer_group_id, customer_id from old_rows")}`

const touchedByUpdate = `
  select ${ROW_COLUMNS}, n.id is null, true
  from ${standing("select customer_group_id, customer_id from new_rows union all select customer_group_id, customer_id from old_rows")}
  left join new_rows n on n.id = m.id
  union all
  select ${ROW_COLUMNS}, true, false from old_rows m`

const named = (touched: string) => movedPairs(touched).replace("touched as", `touched ${COLUMNS} as`)

/** A writer that has left out members and deleted customers itself (`customer_groups.deduplicated`): its rows are the change. */
const trustedInsert = `moved as not materialized (
  select customer_group_id as group_id, customer_id, null::text as source_before, ${sourceOf("created_by")} as source_after,
    created_by as added_by, created_at as member_since, id as membership_id, metadata as membership_metadata
  from new_rows
)`

/**
 * Such a writer deletes every row of a pair; of several, one made by hand stands for it, else the oldest. Sorted by
 * customer first: sorting by a group that is the same in each row takes twice as long.
 */
const trustedDelete = `moved as materialized (
  select distinct on (customer_id, customer_group_id)
    customer_group_id as group_id, customer_id, ${sourceOf("created_by")} as source_before, null::text as source_after,
    created_by as added_by, created_at as member_since, id as membership_id, metadata as membership_metadata
  from old_rows
  order by customer_id, customer_group_id, created_by is not distinct from 'criteria', created_at, id
)`

const logFunction = (name: string, body: string, settings?: string) =>
  triggerFunction(
    name,
    `declare
  operation text := nullif(current_setting('customer_groups.operation', true), '');
  moment timestamptz;
begin
  if current_setting('customer_groups.silent', true) = 'on' then return null; end if;
  ${body}`,
    settings,
  )

/** Statements are planned for the rows at hand: a plan made for one row must not be used for 100,000. */
const FRESH_PLANS = "set plan_cache_mode = force_custom_plan"

const TRUSTED = "current_setting('customer_groups.deduplicated', true) = 'on'"

const FUNCTION_TEXTS = [
  // Groups are locked in the order of their ids, so that two writers never wait for each other.
  `create or replace function customer_groups_lock(group_ids text[]) returns void language plpgsql
    set lock_timeout = '${LOCK_TIMEOUT}' as $function$
  declare group_id text;
  begin
    for group_id in select distinct id from unnest(group_ids) as given(id) order by id loop
      perform pg_advisory_xact_lock(hashtextextended('customer_groups:' || group_id, 0));
    end loop;
  end $function$;`,

  logFunction(
    "customer_groups_log_insert",
    `if ${TRUSTED} then
      moment := clock_timestamp();
      ${record(trustedInsert)}
      return null;
    end if;
    -- Customers first, then groups: the order of everybody who takes both. A lock on many customers would hold up
    -- their own changes, so a large statement does without.
    if (select count(*) from (select 1 from new_rows limit ${SMALL_CHANGE + 1}) counted) <= ${SMALL_CHANGE} then
      perform 1 from customer where id in (select customer_id from new_rows) order by id for share;
    end if;
    perform customer_groups_lock(array(select distinct customer_group_id from new_rows));
    moment := clock_timestamp();
    ${record(named(touchedByInsert))}
    return null;`,
    FRESH_PLANS,
  ),

  logFunction(
    "customer_groups_log_delete",
    `if ${TRUSTED} then
      moment := clock_timestamp();
      ${record(trustedDelete)}
      return null;
    end if;
    perform customer_groups_lock(array(select distinct customer_group_id from old_rows));
    moment := clock_timestamp();
    ${record(named(touchedByDelete))}
    return null;`,
    FRESH_PLANS,
  ),

  logFunction(
    "customer_groups_log_update",
    `perform customer_groups_lock(array(
      select customer_group_id from new_rows union select customer_group_id from old_rows));
    moment := clock_timestamp();
    ${record(named(touchedByUpdate))}
    return null;`,
    FRESH_PLANS,
  ),

  // Deleting a customer (Medusa sets deleted_at) is a leave from each group, restoring one a join. Deleters wait for
  // each other before they take the locks of groups, which come in no common order here.
  logFunction(
    "customer_groups_log_customer",
    `perform pg_advisory_xact_lock(hashtextextended('customer_groups:customers', 0));
    perform customer_groups_lock(array(
      select distinct customer_group_id from customer_group_customer where customer_id = new.id));
    moment := clock_timestamp();
    ${record(`pair as (
      select distinct on (customer_group_id) customer_group_id, id, created_by, created_at, metadata,
        case when bool_or(created_by is distinct from 'criteria') over (partition by customer_group_id)
          then 'manual' else 'criteria' end as source
      from customer_group_customer where customer_id = new.id
      order by customer_group_id, created_at, id
    ),
    moved as (
      select customer_group_id as group_id, new.id as customer_id,
        case when new.deleted_at is not null then source end as source_before,
        case when new.deleted_at is null then source end as source_after,
        created_by as added_by, created_at as member_since, id as membership_id, metadata as membership_metadata
      from pair
    )`)}
    return null;`,
  ),

  // Their members have left when they were deleted, or stayed on record for restoring: the purge itself is silent.
  triggerFunction(
    "customer_groups_purge_customer",
    `begin
    perform set_config('customer_groups.silent', 'on', true);
    delete from customer_group_customer where customer_id = old.id;
    perform set_config('customer_groups.silent', '', true);
    return old;`,
  ),
  triggerFunction(
    "customer_groups_purge_group",
    `begin
    perform set_config('customer_groups.silent', 'on', true);
    delete from customer_group_customer where customer_group_id = old.id;
    perform set_config('customer_groups.silent', '', true);
    return old;`,
  ),

  triggerFunction(
    "customer_groups_group_made",
    `begin
    insert into customer_group_state (id, baseline_at) values (new.id, clock_timestamp()) on conflict (id) do nothing;
    return null;`,
  ),
  triggerFunction(
    "customer_groups_group_gone",
    `begin
    delete from customer_group_outbox where group_id = old.id;
    delete from customer_group_hourly_change where group_id = old.id;
    delete from customer_group_state where id = old.id;
    return null;`,
  ),

  // Counts from the truth: where the log begins, and after a load that went past the triggers.
  `create or replace function customer_groups_reset_counts() returns void language plpgsql as $function$
  begin
    lock table customer_group_customer in share row exclusive mode;
    delete from customer_group_outbox;
    insert into customer_group_state (id, manual_count, criteria_count, baseline_at)
    select customer_group.id, count(pair.customer_id) filter (where by_hand), count(pair.customer_id) filter (where not by_hand),
      clock_timestamp()
    from customer_group
    left join (
      select customer_group_id, customer_id, bool_or(member.created_by is distinct from 'criteria') as by_hand
      from customer_group_customer member
      join customer on customer.id = member.customer_id and customer.deleted_at is null
      group by customer_group_id, customer_id
    ) pair on pair.customer_group_id = customer_group.id
    group by customer_group.id
    on conflict (id) do update set manual_count = excluded.manual_count, criteria_count = excluded.criteria_count,
      baseline_at = excluded.baseline_at, updated_at = now();
  end $function$;`,
]

/** Names of all functions, for taking them away. */
export const FUNCTION_NAMES = FUNCTION_TEXTS.map((text) => /function (\w+\([^)]*\))/.exec(text)![1]!)

/** `create or replace` throughout: running it again is free. */
export const CREATE_LOG_FUNCTIONS = FUNCTION_TEXTS.join("\n")

export const DROP_LOG_FUNCTIONS = FUNCTION_NAMES.map(
  (signature) => `drop function if exists ${signature.replace("group_ids ", "")};`,
).join("\n")
