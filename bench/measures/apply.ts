import type { Context } from "@medusajs/framework/types"
import { EvaluationRepository } from "../../src/modules/customer-groups/repositories/evaluation"
import { MembershipChangesRepository } from "../../src/modules/customer-groups/repositories/membership-changes"
import { DIFFERENCE } from "../../src/modules/customer-groups/sql/evaluation"
import { newMembershipIds } from "../../src/modules/customer-groups/sql/membership-ids"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { forgetPlans } from "../../src/modules/customer-groups/sql/writer"
import { type Measure, alternate, timed, toRow } from "../measure"
import { withOwnGroup } from "../own-group"

const AMOUNT = 250_000
/** What the log may cost on top of the rows themselves. */
const MOST_TO_BARE = 1.5

const GROUP = "cusgroup_bench_apply"

const evaluation = new EvaluationRepository()
const changes = new MembershipChangesRepository()

/** Customers spread over the shop join, as an evaluation has found them. */
const findJoins = async (context: Context) => {
  const matching = sql`select id from customer where deleted_at is null order by md5(id) limit ${AMOUNT}::int`
  const input = { groupId: GROUP, now: new Date(), matching }
  await evaluation.findDifference(input, context)
  return input
}

/** The same rows and nothing else: Medusa's own indexes and foreign keys, without the triggers of the log. */
const insertBare = (context: Context) =>
  rowsOf(
    context,
    sql`insert into customer_group_customer (id, customer_group_id, customer_id, created_by)
      select ${newMembershipIds(sql`joins.customer_id`)}, ${GROUP}, joins.customer_id, 'criteria' from ${DIFFERENCE} joins`,
  )

/** Writing a difference of many joins, with its log. What a run writes is rolled back. */
export const apply: Measure = {
  names: ["apply_250k"],
  needs: ["module"],
  run: ({ module, databaseUrl }, runs) =>
    withOwnGroup(databaseUrl, GROUP, async () => {
      const times = await alternate(runs, {
        plugin: () =>
          module.tryOut(async (context) => {
            const input = await findJoins(context)
            return timed(async () => {
              await changes.writeAs("cusgrpop_bench", context)
              await changes.lockGroups([GROUP], context)
              await evaluation.apply(input, context)
            })
          }),
        bare: () =>
          module.tryOut(async (context) => {
            await findJoins(context)
            await rowsOf(context, sql`alter table customer_group_customer disable trigger user`)
            await forgetPlans(context)
            return timed(() => insertBare(context))
          }),
      })
      const toBare = Math.round((100 * times.plugin) / times.bare) / 100
      const details = {
        bare_ms: times.bare,
        to_bare: toBare,
        target: `≤ ${MOST_TO_BARE} × bare`,
        reached: toBare <= MOST_TO_BARE,
        customers: AMOUNT,
      }
      return [toRow("apply_250k", runs, { plugin: times.plugin }, details)]
    }),
}
