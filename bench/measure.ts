import os from "node:os"
import { performance } from "node:perf_hooks"
import type { Need, Stores } from "./stores"

/** A line of the result. Further numbers and lists tell more about it. */
export type Row = {
  name: string
  plugin_ms: number
  /** Nothing where Medusa knows nothing like it. */
  medusa_ms: number | null
  /** Medusa's time divided by ours. */
  ratio: number | null
  runs: number
  /** What else the machine did: processes that wanted to run in the last minute, ours among them. */
  load: number
  [detail: string]: unknown
}

export type Measure = {
  /** The rows that it makes. */
  names: string[]
  /** What has to run for it. */
  needs: Need[]
  run(stores: Stores, runs: number): Promise<Row[]>
}

/** What a measure is to reach: its time, its ratio, and figures among its details by their names. */
export type Target = {
  ms?: number
  ratio?: number
  atMost?: Record<string, number>
  atLeast?: Record<string, number>
}

export const rounded = (value: number) => Math.round(value * 10) / 10

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return rounded(sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
}

export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Runs several ways of the same in turn, so that whatever else the machine does meets all of them.
 *
 * @param ways each does its work and returns how long it took, in milliseconds
 * @returns the medians; the first round only warms caches and is left out
 */
export const alternate = async <Way extends string>(
  runs: number,
  ways: Record<Way, () => Promise<number>>,
): Promise<Record<Way, number>> => {
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []])) as unknown as Record<Way, number[]>
  for (let round = 0; round <= runs; round++)
    for (const way of Object.keys(ways) as Way[]) {
      const time = await ways[way]()
      if (round > 0) times[way].push(time)
    }
  return Object.fromEntries(Object.entries<number[]>(times).map(([way, all]) => [way, median(all)])) as Record<
    Way,
    number
  >
}

/** @param ratio where it is not that of the two times: the median of pairs, for instance */
export const toRow = (
  name: string,
  runs: number,
  { plugin, medusa = null, ratio: given }: { plugin: number; medusa?: number | null; ratio?: number },
  details: Record<string, unknown> = {},
  target?: Target,
): Row => {
  const ratio = given ?? (medusa === null ? null : Math.round((100 * medusa) / plugin) / 100)
  return {
    name,
    plugin_ms: plugin,
    medusa_ms: medusa,
    ratio,
    runs,
    load: rounded(os.loadavg()[0]!),
    ...(target ? { target: inWords(target), reached: isReached(target, plugin, ratio, details) } : {}),
    ...details,
  }
}

const words = (sign: "≤" | "≥", figures: Record<string, number> = {}) =>
  Object.entries(figures).map(([name, figure]) => `${name} ${sign} ${figure}`)

const inWords = ({ ms, ratio, atMost, atLeast }: Target) =>
  [
    ...(ms === undefined ? [] : [`≤ ${ms} ms`]),
    ...(ratio === undefined ? [] : [`≥ ${ratio} ×`]),
    ...words("≤", atMost),
    ...words("≥", atLeast),
  ].join(", ")

/** What could not be measured is not reached. */
const isReached = (
  { ms = Infinity, ratio = 0, atMost = {}, atLeast = {} }: Target,
  plugin: number,
  reachedRatio: number | null,
  details: Record<string, unknown>,
) =>
  plugin <= ms &&
  (reachedRatio ?? 0) >= ratio &&
  Object.entries(atMost).every(([name, most]) => Number(details[name] ?? NaN) <= most) &&
  Object.entries(atLeast).every(([name, least]) => Number(details[name] ?? NaN) >= least)
