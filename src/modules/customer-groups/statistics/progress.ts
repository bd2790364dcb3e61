import type { StatisticsState } from "../../../types"

/** How far the counting of orders has come: 0 to 1. */
export const progressOf = ({ steps_done, steps_total }: Pick<StatisticsState, "steps_done" | "steps_total">): number =>
  steps_total ? steps_done / steps_total : 0
