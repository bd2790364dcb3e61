import { analyse, compile } from "../../../src/modules/customer-groups/criteria"
import { environmentOf, firstDifference, rowsOf, someOf, type TreeLaw } from "./law"

export const singleCustomers: TreeLaw = {
  name: "some customers alone match as they do among all",
  every: 1,
  differenceOf: async (criteria, bench) => {
    if (analyse(criteria).isRanked) return undefined
    const scope = someOf(bench)
    const rows = await rowsOf(bench, compile(criteria, scope, environmentOf(bench)))
    return firstDifference(
      bench.oracle.matching(criteria).filter((id) => scope.ids.includes(id)),
      rows.map(({ id }) => String(id)),
      ["plain", "engine for some"],
    )
  },
}
