/** A place in criteria, as it is written in messages: `criteria.all[2].any[0].value`. */
export type CriteriaPath = string

/** What is wrong with criteria, and where. The module's service turns it into Medusa's error. */
export class CriteriaError extends Error {
  /**
   * @param path the place, e.g. `criteria.all[2].any[0].value`
   * @param problem a sentence without the place, e.g. `"abc" is not a number (order_count)`
   */
  constructor(
    readonly path: CriteriaPath,
    readonly problem: string,
  ) {
    super(`${path}: ${problem}`)
    this.name = "CriteriaError"
  }
}

/** Characters of a value that a message repeats. */
const SHOWN = 60

/** A value as a message repeats it: short, on one line, whatever it is. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing"
  const text = typeof value === "number" ? String(value) : (json(value) ?? `a ${typeof value}`)
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

function json(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
