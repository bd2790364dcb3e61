import { compileConditions, explain, type Criteria } from "../../../src/modules/customer-groups/criteria"
import { environmentOf, firstDifference, rowsOf, type TreeLaw } from "./law"

type Columns = ReturnType<typeof compileConditions>["columns"]

const isExplained = (criteria: Criteria, columns: Columns, row: Record<string, unknown>) =>
  explain(
    criteria,
    columns.map(({ path }, index) => ({ path, holds: row[`c${index}`] === true, found: row[`v${index}`] })),
  ).holds

export const explanation: TreeLaw = {
  name: "the explanation of every customer says what the evaluation says",
  every: 1,
  differenceOf: async (criteria, bench) => {
    const { statement, columns } = compileConditions(criteria, "all", environmentOf(bench))
    const rows = await rowsOf(bench, statement)
    const found = rows.filter((row) => isExplained(criteria, columns, row)).map(({ id }) => String(id))
    return firstDifference(bench.oracle.matching(criteria), found, ["plain", "explanation"])
  },
}
