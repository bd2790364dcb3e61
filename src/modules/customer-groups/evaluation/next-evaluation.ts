import { analyse, type Criteria, type Environment } from "../criteria"
import { Clock } from "../criteria/dates"
import { listOf, sql, type Sql } from "../sql/sql"

/** A group that only events change is looked at once a day nevertheless: the net for what nobody has noticed. */
const AT_LATEST = sql`clock_timestamp() + interval '1 day'`
/** Who is among the best depends on everybody's orders, so it is worked out again and again rather than with each order. */
const RANKED_AT_LATEST = sql`clock_timestamp() + interval '1 hour'`

/**
 * When a group that has just been evaluated is to be evaluated whole by itself: with the next day of the store's calendar
 * if days that go by change who matches.
 *
 * @param trees criteria of the group, parsed
 */
export const nextEvaluation = (trees: readonly Criteria[], environment: Environment): Sql => {
  const analyses = trees.map(analyse)
  const moments = [
    AT_LATEST,
    ...(analyses.some(({ isRanked }) => isRanked) ? [RANKED_AT_LATEST] : []),
    ...(analyses.some(({ dependsOnTime }) => dependsOnTime) ? [new Clock(environment).startIn(1)] : []),
  ]
  return sql`least(${listOf(moments)})`
}
