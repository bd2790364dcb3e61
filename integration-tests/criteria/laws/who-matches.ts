import { compile } from "../../../src/modules/customer-groups/criteria"
import { environmentOf, firstDifference, rowsOf, type TreeLaw } from "./law"

export const whoMatches: TreeLaw = {
  name: "who matches is who matches by plain evaluation",
  every: 1,
  differenceOf: async (criteria, bench) => {
    const rows = await rowsOf(bench, compile(criteria, "all", environmentOf(bench)))
    return firstDifference(
      bench.oracle.matching(criteria),
      rows.map(({ id }) => String(id)),
      ["plain", "engine"],
    )
  },
}
