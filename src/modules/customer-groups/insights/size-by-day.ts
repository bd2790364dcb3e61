import type { AdminGroupDay, AdminGroupSize } from "../../../types"
import { daysOf, type Period } from "./period"

/** What is known of a group's size, to be walked back through from today. */
export interface KnownSize {
  /** Members now. */
  member_count: number
  /** From then on the log tells everything; the moment, and the day it is in. */
  baseline_at: Date
  baseline_day: string
  /** By the log, since the baseline; days on which nobody moved are left out. */
  moved: Moved[]
  /** Members of today by the day on which they joined, before the baseline. */
  joined_before: { day: string; joined: number }[]
}

export interface Moved {
  day: string
  joined: number
  left: number
}

/**
 * The size of a group at the end of each day: today's exact count, and from there back by who joined and left. Before the
 * log began, by when those joined who are members still.
 *
 * @param today the last day that the figures know of
 */
export const sizeByDay = (known: KnownSize, period: Period, today: string): AdminGroupSize => {
  const moved = new Map(known.moved.map((each) => [each.day, each]))
  const joinedBefore = new Map(known.joined_before.map(({ day, joined }) => [day, joined]))
  const days: AdminGroupDay[] = []
  let size = known.member_count
  let isOlder = false
  for (const day of daysOf({ from: period.from, to: today }).reverse()) {
    const { joined, left } = moved.get(day) ?? { joined: 0, left: 0 }
    // What went past the log makes it wrong, but never less than nobody.
    const atBaseline = Math.max(0, size - joined + left)
    isOlder ||= day <= known.baseline_day && atBaseline > 0
    // Rows may be older than the log's beginning, of which the count at its beginning knows nothing.
    const before = Math.min(atBaseline, joinedBefore.get(day) ?? 0)
    if (day <= period.to) days.push({ day, size, joined: joined + before, left })
    size = atBaseline - before
  }
  days.reverse()
  return {
    member_count: known.member_count,
    joined: days.reduce((sum, day) => sum + day.joined, 0),
    left: days.reduce((sum, day) => sum + day.left, 0),
    known_since: isOlder ? known.baseline_at.toISOString() : null,
    days,
  }
}
