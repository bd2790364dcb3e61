import type { Context } from "@medusajs/framework/types"
import type {
  AdminGroupImport,
  AdminGroupImportProblem,
  GroupActor,
  GroupImportCounts,
  GuestToMake,
  ImportedRows,
  MadeGuest,
  UnknownCustomers,
} from "../../../types"
import { inWords, type KeptProblem } from "../checks/import-problems"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** An import that is begun. */
export interface NewImport {
  id: string
  groupId: string
  fileName: string
  unknown: UnknownCustomers
  actor: GroupActor
}

/** Without a further row for so long, whoever reads a file in is dead. */
const READING = sql`clock_timestamp() + interval '1 hour'`
const HOURS_KEPT = 24

/** Without a further guest for so long, whoever applies an import is dead. */
const CLAIMED = sql`claimed_at > clock_timestamp() - interval '5 minutes'`

/** Files that are read in, to be imported into a group. */
export class ImportsRepository {
  async begin({ id, groupId, fileName, unknown, actor }: NewImport, context: Context): Promise<void> {
    await countOf(
      context,
      sql`insert into customer_group_import (id, group_id, file_name, unknown, status, actor_type, actor_id, expires_at)
        values (${id}, ${groupId}, ${fileName}, ${unknown}, 'reading', ${actor.type}, ${actor.id}, ${READING})`,
    )
  }

  /** Writes down rows as they are read. Answers whether the import is still there. */
  async write(id: string, { rows, problems }: ImportedRows, context: Context): Promise<boolean> {
    if (rows.length) await countOf(context, insertRows(id, rows))
    if (problems.length) await countOf(context, insertProblems(id, problems))
    const stillThere = sql`update customer_group_import set expires_at = ${READING}
      where id = ${id} and status = 'reading'`
    return (await countOf(context, stillThere)) > 0
  }

  /** Says that all rows are read and checked. */
  async finishReading(id: string, counts: GroupImportCounts, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_import set status = 'checked', counts = ${JSON.stringify(counts)}::jsonb,
          expires_at = clock_timestamp() + make_interval(hours => ${HOURS_KEPT})
        where id = ${id}`,
    )
  }

  /** An import that was read to its end. */
  retrieve(id: string, context: Context): Promise<AdminGroupImport | undefined> {
    return this.retrieveWhere(sql`id = ${id}`, context)
  }

  /** The same, and nobody else changes it until the transaction ends. */
  retrieveLocked(id: string, context: Context): Promise<AdminGroupImport | undefined> {
    return this.retrieveWhere(sql`id = ${id} for update`, context)
  }

  private async retrieveWhere(where: Sql, context: Context): Promise<AdminGroupImport | undefined> {
    const [found] = await rowsOf<AdminGroupImport>(
      context,
      sql`select id, group_id, file_name, unknown, status, counts, operation_id, created_at, expires_at
        from customer_group_import where status <> 'reading' and expires_at > clock_timestamp() and ${where}`,
    )
    return found
  }

  /** A page of the rows that are not applied, in the order of the file. */
  listProblems(
    id: string,
    { limit, offset }: { limit: number; offset: number },
    context: Context,
  ): Promise<AdminGroupImportProblem[]> {
    return this.listProblemsWhere(sql`import_id = ${id} order by line limit ${limit} offset ${offset}`, context)
  }

  /** Those behind a line. */
  listNextProblems(id: string, after: number, limit: number, context: Context): Promise<AdminGroupImportProblem[]> {
    return this.listProblemsWhere(sql`import_id = ${id} and line > ${after} order by line limit ${limit}`, context)
  }

  private async listProblemsWhere(where: Sql, context: Context): Promise<AdminGroupImportProblem[]> {
    const kept = await rowsOf<KeptProblem>(
      context,
      sql`select line, email, given_id as id, action, problem, problem_code as code, problem_values as values
        from customer_group_import_row where outcome = 'problem' and ${where}`,
    )
    return kept.map(inWords)
  }

  /** Keeps others from applying an import for some minutes. Answers whether nobody else is at it. */
  async claim(id: string, context: Context): Promise<boolean> {
    const claimed = sql`update customer_group_import set claimed_at = clock_timestamp()
      where id = ${id} and status = 'checked' and (${CLAIMED}) is not true`
    return (await countOf(context, claimed)) > 0
  }

  async release(id: string, context: Context): Promise<void> {
    await countOf(context, sql`update customer_group_import set claimed_at = null where id = ${id}`)
  }

  /** E-mail addresses that are to become customers and belong to none by now, behind a line. */
  async listNextGuests(id: string, after: number, limit: number, context: Context): Promise<GuestToMake[]> {
    return rowsOf(
      context,
      sql`select line, lower(email) as email from customer_group_import_row guest
        where import_id = ${id} and outcome = 'guest' and customer_id is null and line > ${after}
          and not exists (select 1 from customer c where c.email = lower(guest.email) and c.deleted_at is null)
        order by line limit ${limit}`,
    )
  }

  /** Writes down which customers were made for which lines, and that somebody is still at it. */
  async noteGuests(id: string, guests: MadeGuest[], context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_import_row guest set customer_id = made.customer_id, is_made = true
        from unnest(${guests.map(({ line }) => line)}::int[],
          ${guests.map(({ customer_id }) => customer_id)}::text[]) as made (line, customer_id)
        where import_id = ${id} and guest.line = made.line`,
    )
    await countOf(context, sql`update customer_group_import set claimed_at = clock_timestamp() where id = ${id}`)
  }

  /** Customers that were made for an import, behind a line. */
  async listMadeGuests(id: string, after: number, limit: number, context: Context): Promise<MadeGuest[]> {
    return rowsOf(
      context,
      sql`select line, customer_id from customer_group_import_row
        where import_id = ${id} and is_made and line > ${after} order by line limit ${limit}`,
    )
  }

  async forgetGuests(id: string, lines: number[], context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_import_row set customer_id = null, is_made = false
        where import_id = ${id} and line = any(${lines}::int[])`,
    )
  }

  async finishApplying(id: string, operationId: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_import set status = 'applied', operation_id = ${operationId}, claimed_at = null
        where id = ${id}`,
    )
  }

  /** Lets imports be applied again, of which the operations are taken back. */
  async reopen(operationId: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_import set status = 'checked', operation_id = null where operation_id = ${operationId}`,
    )
  }

  async remove(id: string, context: Context): Promise<void> {
    await countOf(context, sql`delete from customer_group_import_row where import_id = ${id}`)
    await countOf(context, sql`delete from customer_group_import where id = ${id}`)
  }

  /** Removes an import that has had its time, or whose reader is dead. Answers how many: 0 or 1. */
  async purgeOne(context: Context): Promise<number> {
    const { purged } = await rowOf<{ purged: number }>(
      context,
      sql`with purged as (
          delete from customer_group_import where id = (
            select id from customer_group_import where expires_at <= clock_timestamp()
            order by expires_at limit 1 for update skip locked
          ) returning id
        ),
        rows as (delete from customer_group_import_row where import_id in (select id from purged))
        select count(*)::int as purged from purged`,
    )
    return purged
  }
}

const insertRows = (id: string, rows: ImportedRows["rows"]): Sql => sql`
  insert into customer_group_import_row (import_id, line, email, given_id, action, reason, until)
  select ${id}, * from unnest(${rows.map(({ line }) => line)}::int[],
    ${rows.map(({ email }) => email ?? null)}::text[], ${rows.map(({ id: given }) => given ?? null)}::text[],
    ${rows.map(({ action }) => action)}::text[], ${rows.map(({ reason }) => reason ?? null)}::text[],
    ${rows.map(({ until }) => until?.toISOString() ?? null)}::timestamptz[])`

const insertProblems = (id: string, problems: ImportedRows["problems"]): Sql => sql`
  insert into customer_group_import_row (import_id, line, outcome, problem, problem_code, problem_values)
  select ${id}, line, 'problem', problem, code, values from unnest(${problems.map(({ line }) => line)}::int[],
    ${problems.map(({ problem }) => problem)}::text[], ${problems.map(({ code }) => code ?? null)}::text[],
    ${problems.map(({ values }) => (values ? JSON.stringify(values) : null))}::jsonb[]
  ) as unread (line, problem, code, values)`
