/** What was and what was taken back, around what is. */
export interface History<Value> {
  past: readonly Value[]
  present: Value
  future: readonly Value[]
  /** What the last change was to, and when: typing on at the same place is one change. */
  last?: { place: string; at: number }
}

/** Changes that can be taken back. */
const KEPT = 100
/** Milliseconds within which a change at the same place continues the one before. */
const ONE_CHANGE = 800

export const begin = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] })

/** @param place where the change was made, if changes that follow each other there are one; `at` in milliseconds */
export const change = <Value>(history: History<Value>, value: Value, at: number, place?: string): History<Value> => {
  if (value === history.present) return history
  const { last, past, present } = history
  const isContinued = place !== undefined && last?.place === place && at - last.at < ONE_CHANGE
  return {
    past: isContinued ? past : [...past.slice(1 - KEPT), present],
    present: value,
    future: [],
    last: place === undefined ? undefined : { place, at },
  }
}

export const undo = <Value>({ past, present, future }: History<Value>): History<Value> => {
  const before = past.at(-1)
  return before === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: before, future: [present, ...future] }
}

export const redo = <Value>({ past, present, future }: History<Value>): History<Value> => {
  const [next, ...rest] = future
  return next === undefined ? { past, present, future } : { past: [...past, present], present: next, future: rest }
}
