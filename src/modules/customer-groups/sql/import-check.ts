import type { UnknownCustomers } from "../../../types"
import { exclusionInForce } from "./evaluation"
import type { CheckProblem } from "../checks/import-problems"
import { listOf, nothing, sql, type Sql } from "./sql"

/**
 * Temporary tables of checking an import, each filled from those before it. They are analysed, so that plans fit a file
 * that was read in a second ago.
 */
export const GIVEN = sql`customer_group_import_given`
export const BY_EMAIL = sql`customer_group_import_by_email`
export const FOUND = sql`customer_group_import_found`
export const MEMBER = sql`customer_group_import_member`
export const EXCLUDED = sql`customer_group_import_excluded`
export const JUDGED = sql`customer_group_import_judged`

/** What an import is checked against. */
export interface ImportCheck {
  importId: string
  groupId: string
  unknown: UnknownCustomers
  isAutomatic: boolean
  now: Date
}

/** The rows that could be read. */
export const given = (importId: string): Sql => sql`
  select line, lower(email) as email, given_id, action, reason, until
  from customer_group_import_row where import_id = ${importId} and outcome is null`

/**
 * The customer of each e-mail address, whatever its case: an account rather than a guest, as Medusa has one of each. All
 * customers are read once (about half a second a million): Medusa's index has the addresses as they are written.
 */
export const byEmail = sql`
  select wanted.email, (array_agg(c.id order by c.has_account desc, c.created_at, c.id))[1] as customer_id,
    bool_or(c.has_account) and not bool_and(c.has_account) as is_both
  from (select distinct email from ${GIVEN} where given_id is null) wanted
  join customer c on lower(c.email) = wanted.email and c.deleted_at is null
  group by wanted.email`

/** A problem, and what its sentence names. */
const problem = (code: CheckProblem, values: Record<string, Sql> = {}): Sql => {
  const named = Object.entries(values).map(([name, value]) => sql`${name}::text, ${value}`)
  return sql`jsonb_build_object('code', ${code}::text, 'values', jsonb_build_object(${listOf(named)}))`
}

/** What is wrong with a row for itself, whoever else is in the file. */
const problemOf = ({ isAutomatic, now }: ImportCheck): Sql => sql`case
  when given.given_id is not null and c.id is not null and given.email is distinct from lower(c.email)
    and given.email is not null
    then ${problem("other_email", { id: sql`given.given_id`, email: sql`given.email` })}
  when given.until <= ${now}::timestamptz then ${problem("end_in_past")}
  ${
    isAutomatic
      ? sql`when given.action = 'add' and (given.reason is not null or given.until is not null)
          then ${problem("reason_to_add")}`
      : sql`when given.action = 'exclude' then ${problem("exclude_without_criteria")}
        when given.reason is not null or given.until is not null then ${problem("reason_without_criteria")}`
  }
end`

/** What becomes of a row whose customer is unknown: an outcome, or a problem. */
const unknownOf = (unknown: UnknownCustomers): Sql => {
  const isUnknown = sql`case when given.given_id is not null then ${problem("unknown_id", { id: sql`given.given_id` })}
    else ${problem("unknown_email", { email: sql`given.email` })} end`
  if (unknown === "skip") return sql`'skipped' as outcome, null::jsonb as unknown_problem`
  if (unknown === "refuse") return sql`null::text as outcome, ${isUnknown} as unknown_problem`
  const isGuest = sql`given.given_id is null and given.action = 'add'`
  return sql`case when ${isGuest} then 'guest' end as outcome, case when not (${isGuest}) then ${isUnknown} end as unknown_problem`
}

/** Whom each row means, or why nobody. */
export const found = (check: ImportCheck): Sql => sql`
  select line, email, action, reason, until, customer_id, is_both,
    case when problem is null and customer_id is null then outcome end as outcome,
    coalesce(problem, case when customer_id is null then unknown_problem end) as problem
  from (
    select given.line, given.email, given.action, given.reason, given.until,
      coalesce(c.id, by_email.customer_id) as customer_id, coalesce(by_email.is_both, false) as is_both,
      ${problemOf(check)} as problem, ${unknownOf(check.unknown)}
    from ${GIVEN} given
    left join customer c on c.id = given.given_id and c.deleted_at is null
    left join ${BY_EMAIL} by_email on by_email.email = given.email and given.given_id is null
  ) looked_up`

/** Members among those that are meant; looked up by customer, whatever PostgreSQL believes of the group's size. */
export const members = (groupId: string): Sql => sql`
  select customer_id, bool_or(created_by is distinct from 'criteria') as is_manual from customer_group_customer
  where customer_id = any(array(select customer_id from ${FOUND} where customer_id is not null))
    and customer_group_id || '' = ${groupId}
  group by customer_id`

/** Who is excluded from the group now. */
export const excluded = (groupId: string): Sql => sql`
  select customer_id, reason, until from customer_group_exclusion exclusion
  where group_id = ${groupId} and ${exclusionInForce(sql`exclusion`)}`

/**
 * What would come of each row. Of several rows of the same customer the first one counts: one that says the same is a
 * duplicate, one that says something else a problem.
 */
export const judged = ({ isAutomatic }: ImportCheck): Sql => sql`
  with placed as (
    select *, first_value(line) over earlier as first_line, first_value(action) over earlier as first_action,
      first_value(reason) over earlier as first_reason, first_value(until) over earlier as first_until
    from ${FOUND} found where problem is null and outcome is distinct from 'skipped'
    -- No id holds a blank and a sign of an e-mail address both.
    window earlier as (partition by coalesce(customer_id, 'guest ' || email) order by line)
  )
  select line, found.customer_id, is_both,
    case when problem is not null then 'problem' else outcome end as outcome, problem
  from ${FOUND} found where problem is not null or outcome = 'skipped'
  union all
  select line, placed.customer_id, is_both,
    case
      when line = first_line then coalesce(outcome, case
        when action = 'add' and member.is_manual then 'already'
        when action = 'remove' and member.customer_id is null then 'already'
        ${
          isAutomatic
            ? sql`when action = 'exclude' and member.customer_id is null and excluded.customer_id is not null
                and (placed.reason, placed.until) is not distinct from (excluded.reason, excluded.until) then 'already'`
            : nothing
        }
        else action
      end)
      when (action, placed.reason, placed.until) is not distinct from (first_action, first_reason, first_until)
        then 'duplicate'
      else 'problem'
    end,
    case
      when line = first_line then null
      when action <> first_action
        then ${problem("other_action", { line: sql`first_line`, first: sql`first_action`, action: sql`action` })}
      when (placed.reason, placed.until) is distinct from (first_reason, first_until)
        then ${problem("other_reason", { line: sql`first_line` })}
    end
  from placed
  left join ${MEMBER} member on member.customer_id = placed.customer_id
  ${isAutomatic ? sql`left join ${EXCLUDED} excluded on excluded.customer_id = placed.customer_id` : nothing}`

/** The numbers of what was judged, and of the rows that could not be read. */
export const counts = (importId: string): Sql => {
  const of = (outcome: string): Sql => sql`count(*) filter (where outcome = ${outcome})::int`
  const unread = sql`(select count(*) from customer_group_import_row
    where import_id = ${importId} and outcome = 'problem' and action is null)::int`
  return sql`
    select (count(*) + ${unread})::int as rows, (${of("add")} + ${of("guest")}) as add, ${of("remove")} as remove,
      ${of("exclude")} as exclude, ${of("already")} as already, ${of("duplicate")} as duplicates,
      ${of("skipped")} as skipped, (${of("problem")} + ${unread}) as problems, ${of("guest")} as guests,
      count(*) filter (where is_both)::int as both
    from ${JUDGED} judged`
}
