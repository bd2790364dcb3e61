import { z } from "@medusajs/framework/zod"

/** Levels of JSON; five nodes within each other, a condition and its window have 14. */
const MAX_LEVELS = 20

interface Problem {
  path: PropertyKey[]
  message: string
}

/**
 * What would not come through unharmed: on its way a workflow copies its input by recursion, and a key that names an
 * object's prototype gets lost in the copy. Everything else is checked where the criteria are parsed.
 */
function problemOfTree(given: unknown, path: PropertyKey[] = []): Problem | undefined {
  if (typeof given !== "object" || given === null) return undefined
  if (path.length > MAX_LEVELS) return { path, message: "is nested too deep" }
  const entries: [PropertyKey, unknown][] = Array.isArray(given) ? [...given.entries()] : Object.entries(given)
  for (const [key, value] of entries) {
    if (key === "__proto__") return { path: [...path, key], message: "is not allowed as a key" }
    const problem = problemOfTree(value, [...path, key])
    if (problem) return problem
  }
  return undefined
}

/** Criteria before they are parsed, which names the place of what is wrong in them. */
export const tree = z
  .unknown()
  .superRefine((given, context) => {
    const problem = problemOfTree(given)
    if (problem) context.addIssue({ code: "custom", ...problem })
  })
  .pipe(z.record(z.string(), z.unknown()))
