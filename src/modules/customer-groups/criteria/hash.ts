import type { Child } from "./schema"

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)])
}

/**
 * The same text for the same condition (or node), in whatever order its keys were written. What was counted for a
 * condition is remembered by it. No digest: two conditions must never share one.
 */
export const keyOf = (child: Child): string => JSON.stringify(sorted(child))
