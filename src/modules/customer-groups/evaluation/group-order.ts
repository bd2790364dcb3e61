/** Which groups each group's criteria look at. Groups that are not in it look at none. */
export type GroupReferences = ReadonlyMap<string, readonly string[]>

/**
 * A way by which a group's criteria lead back to the group itself: `[a, b, a]`. Undefined if there is none.
 *
 * @param start the group whose criteria are being set; they stand in `references` already
 */
export const cycleThrough = (start: string, references: GroupReferences): string[] | undefined => {
  const cameFrom = new Map<string, string>()
  const toVisit = [start]
  for (let group = toVisit.pop(); group !== undefined; group = toVisit.pop()) {
    for (const next of references.get(group) ?? []) {
      if (next === start) return [...wayTo(group, cameFrom), start]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, group)
      toVisit.push(next)
    }
  }
  return undefined
}

const wayTo = (group: string, cameFrom: ReadonlyMap<string, string>): string[] => {
  const before = cameFrom.get(group)
  return before === undefined ? [group] : [...wayTo(before, cameFrom), group]
}

/**
 * The groups in the order in which they are evaluated: each after those that its criteria look at. Groups that do not
 * depend on each other keep their order. Cycles were refused when the criteria were set; of one that got past that,
 * each group comes once.
 */
export const inDependencyOrder = (groups: readonly string[], references: GroupReferences): string[] => {
  const wanted = new Set(groups)
  const seen = new Set<string>()
  const ordered: string[] = []
  const visit = (group: string) => {
    if (seen.has(group)) return
    seen.add(group)
    references.get(group)?.forEach(visit)
    if (wanted.has(group)) ordered.push(group)
  }
  groups.forEach(visit)
  return ordered
}

/** These groups and all whose criteria look at one of them, also through others. */
export const withDependents = (groups: readonly string[], references: GroupReferences): string[] => {
  const found = new Set(groups)
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const [group, looksAt] of references) if (looksAt.some((other) => found.has(other))) found.add(group)
  }
  return [...found]
}
