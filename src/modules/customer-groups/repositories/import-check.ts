import type { Context } from "@medusajs/framework/types"
import type { GroupImportCounts } from "../../../types"
import { EVALUATION_SETTINGS } from "../sql/evaluation"
import {
  BY_EMAIL,
  byEmail,
  counts,
  EXCLUDED,
  excluded,
  FOUND,
  found,
  GIVEN,
  given,
  type ImportCheck,
  JUDGED,
  judged,
  MEMBER,
  members,
} from "../sql/import-check"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"
import { fillTemporary } from "../sql/temporary"

/** Says of every row of an import what would come of it. */
export class ImportCheckRepository {
  /** Writes it down at the rows that could be read, in the caller's transaction, and answers how many of each there are. */
  async check(check: ImportCheck, context: Context): Promise<GroupImportCounts> {
    await rowsOf(context, EVALUATION_SETTINGS)
    await fillTemporary(GIVEN, given(check.importId), context)
    await fillTemporary(BY_EMAIL, byEmail, context)
    await fillTemporary(FOUND, found(check), context)
    await fillTemporary(MEMBER, members(check.groupId), context)
    await fillTemporary(EXCLUDED, excluded(check.groupId), context)
    await fillTemporary(JUDGED, judged(check), context)
    // The rows below may be unknown to PostgreSQL's statistics: then they are taken for one, and joined row by row.
    await rowsOf(context, sql`create unique index on ${JUDGED} (line)`)
    await countOf(
      context,
      sql`update customer_group_import_row written
        set customer_id = judged.customer_id, outcome = judged.outcome,
          problem_code = judged.problem->>'code', problem_values = judged.problem->'values'
        from ${JUDGED} judged where written.import_id = ${check.importId} and written.line = judged.line`,
    )
    return rowOf(context, counts(check.importId))
  }
}
