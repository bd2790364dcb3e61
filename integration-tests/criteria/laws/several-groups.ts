import { analyse, compileMany, type Criteria } from "../../../src/modules/customer-groups/criteria"
import { environmentOf, firstDifference, rowsOf, someOf, type TreeLaw } from "./law"

const mayStandTogether = (criteria: Criteria) => !analyse(criteria).isRanked

/** These are first, so that shrinking them keeps their neighbours. */
export const severalGroups: TreeLaw = {
  name: "several groups in one statement match as each alone",
  every: 5,
  differenceOf: async (criteria, bench, companions) => {
    const all = [criteria, ...companions].filter(mayStandTogether)
    if (!all.length) return undefined
    const scope = someOf(bench)
    const rows = await rowsOf(bench, compileMany(all, scope, environmentOf(bench)))
    const differences = all.map((each, index) =>
      firstDifference(
        bench.oracle.matching(each).filter((id) => scope.ids.includes(id)),
        rows.filter((row) => row[`g${index}`]).map(({ id }) => String(id)),
        ["plain", `engine for several, group ${index}`],
      ),
    )
    return differences.find((difference) => difference)
  },
}
