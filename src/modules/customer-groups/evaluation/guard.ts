/** How much of a group events and time may move in a day before a person is asked. */
export interface Guard {
  /** The share of the group's size that may move, above 0; 0.5 is half. */
  share: number
  /** However small the group: up to so many people may move. */
  people: number
}

export const DEFAULT_GUARD: Guard = { share: 0.5, people: 100 }

/** The guard of a group as it is set: the default if it is not, null if it is off. */
export const guardOf = (set: Guard | { off: true } | null): Guard | null =>
  !set ? DEFAULT_GUARD : "off" in set ? null : set

/** What is weighed: people who joined and left by events and time, within the last 24 hours and by this evaluation. */
export interface Movement {
  /** Joins and leaves that were written in the last 24 hours. */
  moved: number
  /** Joins and leaves that this evaluation would write. */
  moving: number
  /** Members at the beginning of those 24 hours. */
  size: number
}

/**
 * Whether an evaluation must wait for a person. Joins and leaves count together: a group whose people are all exchanged
 * has changed as much as one that is emptied.
 *
 * @param guard null if it is switched off
 */
export const mustBeHeld = (guard: Guard | null, { moved, moving, size }: Movement): boolean => {
  if (!guard || moving === 0) return false
  const total = moved + moving
  return total > guard.people && total > guard.share * size
}

/** A held evaluation that a person applies is worked out afresh: by so much more than they saw it is held again. */
const GROWTH = 0.1

/**
 * Whether an evaluation has grown beyond what a person has agreed to.
 *
 * @param seen joins and leaves that the person was shown
 */
export const hasOutgrown = (seen: { joins: number; leaves: number }, now: { joins: number; leaves: number }): boolean =>
  now.joins + now.leaves > (seen.joins + seen.leaves) * (1 + GROWTH)
