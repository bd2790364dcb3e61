/** A trigger of ours on a table of Medusa's. */
export interface Trigger {
  name: string
  /** As SQL names it: `"order"`. */
  table: string
  /** What it says between the table and the function: for which rows, under which names. */
  each: string
  /** `after insert`. */
  when: string
  /** The function that it runs, without brackets. */
  runs: string
}

interface Attaching {
  /** Tables, as SQL names them, without which nothing is done: in a fresh store Medusa's are made later. */
  needs: readonly string[]
  triggers: readonly Trigger[]
  /** Further statements of the same transaction. */
  andThen?: readonly string[]
}

/**
 * A statement that attaches triggers. It does nothing, and takes no lock, when everything is in place; a lock timeout keeps
 * a long import from holding up the store's start.
 */
export const attachTriggers = ({ needs, triggers, andThen = [] }: Attaching): string => `
do $attach$
begin
  if ${needs.map((table) => `to_regclass('${table}') is null`).join(" or ")} then return; end if;
  if (
    select count(*)
    from pg_trigger join (values ${triggers.map(({ table, name }) => `('${table}', '${name}')`).join(", ")}) wanted (relation, name)
      on tgrelid = to_regclass(wanted.relation) and tgname = wanted.name and tgenabled <> 'D'
  ) = ${triggers.length} then return; end if;
  perform set_config('lock_timeout', '3s', true);
  perform pg_advisory_xact_lock(hashtextextended('customer_groups:attach', 0));
  ${[...triggers.map(({ name, when, table, each, runs }) => `create or replace trigger ${name} ${when} on ${table} ${each} execute function ${runs}()`), ...andThen].map((statement) => `${statement};`).join("\n  ")}
end $attach$;`

/** A statement that takes them away, where their tables stand. */
export const detachTriggers = (triggers: readonly Trigger[]): string => `
do $detach$
begin
  ${triggers.map(({ table, name }) => `if to_regclass('${table}') is not null then drop trigger if exists ${name} on ${table}; end if;`).join("\n  ")}
end $detach$;`
