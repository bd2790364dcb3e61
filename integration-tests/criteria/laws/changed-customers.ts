import { evaluateCustomers } from "../../../src/modules/customer-groups/changes/evaluate-customers"
import { analyse, type Criteria } from "../../../src/modules/customer-groups/criteria"
import { repositories } from "../../helpers/repositories"
import { environmentOf, firstDifference, type TreeLaw } from "./law"
import { aGroupWith, canBeEvaluated, membersOf, undone } from "./undone"

const INNER = "cusgroup_inner"
const OUTER = "cusgroup_outer"
const BESIDE = "cusgroup_beside"
/** Customers at once; more than one batch a shop. */
const BATCH = 40

const isNotIn = (id: string) => ({ attribute: "member_of_group", operator: "nin" as const, value: [id] })

const isForSingleCustomers = (criteria: Criteria) => canBeEvaluated(criteria) && !analyse(criteria).isRanked

export const changedCustomers: TreeLaw = {
  name: "customers evaluated for all groups are where whole evaluations would put them, through groups too",
  every: 20,
  differenceOf: async (criteria, bench, [companion = criteria]) => {
    if (![criteria, companion].every(isForSingleCustomers)) return undefined
    const ids = bench.oracle.shop.customers.map(({ id }) => id)
    return undone(bench, async (context) => {
      // The outer one is older, so that its turn comes later by dependency alone.
      await aGroupWith(OUTER, { criteria: { all: [isNotIn(INNER)] } }, context)
      await aGroupWith(INNER, { criteria }, context)
      await aGroupWith(BESIDE, { criteria: companion }, context)
      for (let from = 0; from < ids.length; from += BATCH) {
        const input = { customer_ids: ids.slice(from, from + BATCH) }
        await evaluateCustomers(repositories, input, environmentOf(bench), context)
      }

      const inner = bench.oracle.matching(criteria)
      const expected = {
        [INNER]: inner,
        [OUTER]: ids.filter((id) => !inner.includes(id)),
        [BESIDE]: bench.oracle.matching(companion),
      }
      for (const [group, members] of Object.entries(expected)) {
        const found = await membersOf(group, context)
        const difference = firstDifference(members, found, [`plain ${group}`, "customers evaluated"])
        if (difference) return difference
      }
      return undefined
    })
  },
}
