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
 * The groups in steps: each after those that its criteria look at, also through a group that is not among them. Groups
 * of one step do not depend on each other, so they are evaluated together. Cycles were refused when the criteria were
 * set; of one that got past that, each group comes once.
 */
export const inDependencySteps = (groups: readonly string[], references: GroupReferences): string[][] => {
  const steps = new Map<string, number>()
  const stepOf = (group: string): number => {
    const known = steps.get(group)
    if (known !== undefined) return known
    steps.set(group, 0)
    const step = 1 + Math.max(-1, ...(references.get(group) ?? []).map(stepOf))
    steps.set(group, step)
    return step
  }
  const ordered: string[][] = []
  for (const group of groups) (ordered[stepOf(group)] ??= []).push(group)
  return ordered.filter((step) => step.length > 0)
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
