import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

type Issue = z.core.$ZodIssue

/** The issues of a union's alternatives, of that alternative which got furthest. */
const unfold = (issue: Issue): Issue => {
  if (issue.code !== "invalid_union") return issue
  const alternatives = issue.errors.map((issues) => issues.map(unfold)).filter((issues) => issues.length)
  const depth = (issues: Issue[]) => Math.max(...issues.map(({ path }) => path.length))
  const furthest = alternatives.sort((a, b) => depth(b) - depth(a))[0]
  const inner = furthest?.[0]
  return inner ? ({ ...inner, path: [...issue.path, ...inner.path] } as Issue) : issue
}

const sentence = (issue: Issue): string => {
  if (issue.code === "unrecognized_keys") return `unknown field ${issue.keys.map((key) => `"${key}"`).join(", ")}`
  if (issue.code === "invalid_type" && issue.input === undefined && /received undefined/.test(issue.message)) {
    return "is required"
  }
  return issue.message
}

/** One sentence that names the field: `created_at.$gte: must be a date, such as 2026-01-31T00:00:00Z`. */
export const problemOf = (error: z.ZodError): MedusaError => {
  const issue = unfold(error.issues[0] as Issue)
  const path = issue.path.join(".")
  return new MedusaError(MedusaError.Types.INVALID_DATA, path ? `${path}: ${sentence(issue)}` : sentence(issue))
}
