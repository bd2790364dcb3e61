import type { Context } from "@medusajs/framework/types"
import { evaluateGroup } from "../../../src/modules/customer-groups/changes/evaluate-group"
import type { Criteria } from "../../../src/modules/customer-groups/criteria"
import { ConditionCounts } from "../../../src/modules/customer-groups/previews/condition-counts"
import { partsOfPreview } from "../../../src/modules/customer-groups/previews/preview-criteria"
import { rowsOf } from "../../../src/modules/customer-groups/sql/run"
import { sql } from "../../../src/modules/customer-groups/sql/sql"
import { repositories } from "../../helpers/repositories"
import { type Bench, type Difference, environmentOf, firstDifference, type TreeLaw } from "./law"
import { aGroupWith, canBeEvaluated, membersOf, undone } from "./undone"

const GROUP = "cusgroup_evaluated"
const DAY = 86_400_000
const STAY_DAYS = 30

/** How a customer stands to the group before, by their place in the shop: each with each occurs. */
interface Standing {
  id: string
  member?: "hand" | "criteria"
  joinedDaysAgo: number
  isExcluded: boolean
  wasExcluded: boolean
}

const standingsIn = ({ oracle }: Bench): Standing[] =>
  oracle.shop.customers.map(({ id }, index) => ({
    id,
    member: ([undefined, undefined, "hand", "criteria", "criteria"] as const)[index % 5],
    joinedDaysAgo: index % 2 ? 40 : 5,
    isExcluded: index % 7 === 0,
    wasExcluded: index % 7 === 1,
  }))

const arrange = async (standings: Standing[], now: Date, context: Context) => {
  for (const { id, member, joinedDaysAgo, isExcluded, wasExcluded } of standings) {
    const joined = new Date(now.getTime() - joinedDaysAgo * DAY)
    if (member)
      await rowsOf(
        context,
        sql`insert into customer_group_customer (id, customer_group_id, customer_id, created_by, created_at)
          values (${`law_${id}`}, ${GROUP}, ${id}, ${member === "criteria" ? "criteria" : "user_1"}, ${joined})`,
      )
    if (isExcluded || wasExcluded)
      await rowsOf(
        context,
        sql`insert into customer_group_exclusion (id, group_id, customer_id, until)
          values (${`law_${id}`}, ${GROUP}, ${id}, ${wasExcluded ? now : null})`,
      )
  }
}

interface Stay {
  days?: number
  leave_criteria?: Criteria
}

/** Who is a member afterwards, plainly. */
const expectedMembers = (standings: Standing[], matching: string[], stay: Stay, leaving: string[]): string[] =>
  standings
    .filter(({ id, member, joinedDaysAgo, isExcluded }) => {
      if (member === "hand") return true
      if (isExcluded) return false
      if (matching.includes(id)) return true
      if (!member) return false
      if (stay.days !== undefined && joinedDaysAgo < stay.days) return true
      return stay.leave_criteria !== undefined && !leaving.includes(id)
    })
    .map(({ id }) => id)
    .sort()

const differenceWith = (criteria: Criteria, stay: Stay, bench: Bench): Promise<Difference | undefined> =>
  undone(bench, async (context) => {
    const environment = environmentOf(bench)
    const standings = standingsIn(bench)
    await aGroupWith(GROUP, { criteria, stay }, context)
    await arrange(standings, environment.now, context)

    const { parts, answer } = partsOfPreview(
      repositories,
      {
        criteria,
        groupId: GROUP,
        stayDays: stay.days,
        leaveCriteria: stay.leave_criteria,
        parts: ["total"],
        readsFacts: true,
      },
      { counts: new ConditionCounts(), environment },
    )
    for (const part of parts) await part(context)
    const preview = answer()
    const operation = await evaluateGroup(repositories, { group_id: GROUP }, environment, context)
    const members = await membersOf(GROUP, context)

    const leaving = stay.leave_criteria ? bench.oracle.matching(stay.leave_criteria) : []
    const expected = expectedMembers(standings, bench.oracle.matching(criteria), stay, leaving)
    const said = { after: preview.members_after, joins: preview.joins, leaves: preview.leaves }
    const done = { after: members.length, joins: operation?.joined, leaves: operation?.left }
    if (JSON.stringify(said) !== JSON.stringify(done))
      return { customerId: "-", said: `preview: ${JSON.stringify(said)}, evaluation: ${JSON.stringify(done)}` }
    return firstDifference(expected, members, ["plain", `evaluation with stay ${JSON.stringify(stay)}`])
  })

export const evaluatedGroup: TreeLaw = {
  name: "an evaluation leaves the members that it should, and moves whom its preview has said",
  every: 20,
  differenceOf: async (criteria, bench, [companion]) => {
    if (!canBeEvaluated(criteria)) return undefined
    const stays: Stay[] = [{}, { days: STAY_DAYS }]
    if (companion && canBeEvaluated(companion)) stays.push({ leave_criteria: companion })
    for (const stay of stays) {
      const difference = await differenceWith(criteria, stay, bench)
      if (difference) return difference
    }
    return undefined
  },
}
