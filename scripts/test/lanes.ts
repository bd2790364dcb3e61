import os from "node:os"
import { type Part, type PartName, parts } from "./parts"

/** GB that two parts need at the same time, with their stores and browsers. */
const ENOUGH = 8

/**
 * Parts that run at the same time, where cores and memory allow it: those that wait a lot run beside the others. The parts
 * of a lane run one after the other.
 */
export const lanesOf = (names: readonly PartName[]): PartName[][] => {
  if (os.availableParallelism() < 2 || os.totalmem() / 2 ** 30 < ENOUGH) return [[...names]]
  const partOf = (name: PartName): Part => parts[name]
  const lanes = [names.filter((name) => !partOf(name).isIdle), names.filter((name) => partOf(name).isIdle)]
  return lanes.filter((lane) => lane.length > 0)
}
