import { isDeepStrictEqual } from "node:util"

interface Described {
  name?: string
  metadata?: Record<string, unknown> | null
}

/**
 * What an update changed, for the history: the old and the new name, and which keys of the metadata were set or taken
 * away (not their values, which may be long or private).
 */
export function describeUpdate(before: Described, after: Described): Record<string, unknown> {
  const details: Record<string, unknown> = {}
  if (before.name !== after.name) details.name = { from: before.name, to: after.name }
  const old = before.metadata ?? {}
  const now = after.metadata ?? {}
  const set = Object.keys(now).filter((key) => !(key in old) || !isDeepStrictEqual(old[key], now[key]))
  const removed = Object.keys(old).filter((key) => !(key in now))
  if (set.length || removed.length) details.metadata = { set, removed }
  return details
}
