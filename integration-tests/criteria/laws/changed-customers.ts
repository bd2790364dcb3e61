import { evaluateCustomers } from "../../../src/modules/customer-groups/changes/evaluate-customers"
import { analyse, type Criteria } from "../../../src/modules/customer-groups/criteria"
import { repositories } from "../../helpers/repositories"
import { environmentOf, firstDifference, type TreeLaw } from "./law"
import { aGroupWith, canBeEvaluated, membersOf, undone } from "./undone"

const [INNER, OUTER] = ["cusgroup_inner", "cusgroup_outer"] as const
/** Customers at once; more than one batch a shop. */
const BATCH = 40

const isForSingleCustomers = (criteria: Criteria) => canBeEvaluated(criteria) && !analyse(criteria).isRanked

export const changedCustomers: TreeLaw = {
  name: "customers evaluated for all groups are where whole evaluations would put them, through groups too",
  every: 20,
  differenceOf: async (criteria, bench, [companion = criteria]) => {
    if (![criteria, companion].every(isForSingleCustomers)) return undefined
    const ids = bench.oracle.shop.customers.map(({ id }) => id)
    return undone(bench, async (context) => {
      const isNotInner = { attribute: "member_of_group", operator: "nin" as const, value: [INNER] }
      // The outer one is older, so that its turn comes later by dependency alone.
      await aGroupWith(OUTER, { criteria: { all: [companion, isNotInner] } }, context)
      await aGroupWith(INNER, { criteria }, context)
      for (let from = 0; from < ids.length; from += BATCH)
        await evaluateCustomers(
          repositories,
          { customer_ids: ids.slice(from, from + BATCH) },
          environmentOf(bench),
          context,
        )

      const inner = bench.oracle.matching(criteria)
      const outer = bench.oracle.matching(companion).filter((id) => !inner.includes(id))
      return (
        firstDifference(inner, await membersOf(INNER, context), ["plain", "customers evaluated"]) ??
        firstDifference(outer, await membersOf(OUTER, context), ["plain, through the group", "customers evaluated"])
      )
    })
  },
}
