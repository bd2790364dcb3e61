import { setTimeout as wait } from "node:timers/promises"

/** What a lane found to do: a step that is done, nothing while others are at it, or nothing any more. */
export type LaneResult = "done" | "busy" | "finished"

/** PostgreSQL ended a step in favour of somebody else: a lock was not to be had in time, or to resolve a deadlock. */
const GAVE_WAY = ["55P03", "40P01"]

/** Milliseconds until a lane looks again whether there is something to do. */
const PAUSE = 100

/**
 * Runs steps side by side until none is left. When one lane fails, or the signal says so, the others end after the step
 * they are at.
 *
 * @param step does one step on a lane
 * @returns whether everything is done; not if the signal came before
 */
export const runLanes = async (
  lanes: number,
  step: (lane: number) => Promise<LaneResult>,
  signal?: AbortSignal,
): Promise<boolean> => {
  let isFailed = false
  const run = async (lane: number): Promise<boolean> => {
    while (!isFailed && !signal?.aborted) {
      const result = await step(lane).catch((error): LaneResult => {
        if (GAVE_WAY.includes(error.code)) return "busy"
        throw error
      })
      if (result === "finished") return true
      if (result === "busy") await wait(PAUSE)
    }
    return false
  }
  const results = await Promise.allSettled(
    Array.from({ length: lanes }, (_, lane) =>
      run(lane).catch((error) => {
        isFailed = true
        throw error
      }),
    ),
  )
  const failure = results.find((result) => result.status === "rejected")
  if (failure) throw failure.reason
  return results.every((result) => result.status === "fulfilled" && result.value)
}
