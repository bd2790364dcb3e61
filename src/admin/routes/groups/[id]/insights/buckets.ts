import type { AdminGroupDay } from "../../../../../types"

/** Some days together, as they are drawn and listed. */
export interface Bucket {
  from: string
  to: string
  /** At the end of the last day. */
  size: number
  joined: number
  left: number
}

/** So many that each can be pointed at; three months are days. */
const MOST_BUCKETS = 92
const WEEK = 7

/**
 * Days one by one, or by weeks if they are many. The last one ends with the period: today stands for itself, not for the
 * beginning of a week.
 */
export const bucketsOf = (days: AdminGroupDay[]): Bucket[] => {
  const length = days.length <= MOST_BUCKETS ? 1 : Math.ceil(days.length / MOST_BUCKETS / WEEK) * WEEK
  const buckets: Bucket[] = []
  for (let end = days.length; end > 0; end -= length) {
    const together = days.slice(Math.max(0, end - length), end)
    const last = together[together.length - 1]!
    buckets.unshift({
      from: together[0]!.day,
      to: last.day,
      size: last.size,
      joined: together.reduce((sum, { joined }) => sum + joined, 0),
      left: together.reduce((sum, { left }) => sum + left, 0),
    })
  }
  return buckets
}
