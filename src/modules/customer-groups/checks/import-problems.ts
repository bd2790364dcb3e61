import type { AdminGroupImportProblem, GROUP_IMPORT_CHECK_PROBLEMS } from "../../../types"

type Values = AdminGroupImportProblem["values"]

/** What checking finds; what reading finds is a sentence already. */
export type CheckProblem = (typeof GROUP_IMPORT_CHECK_PROBLEMS)[number]

const sentences: Record<CheckProblem, (values: Values) => string> = {
  unknown_id: ({ id }) => `There is no customer with the id "${id}".`,
  unknown_email: ({ email }) => `There is no customer with the e-mail address "${email}".`,
  other_email: ({ id, email }) => `The customer with the id "${id}" does not have the e-mail address "${email}".`,
  end_in_past: () => "The end is in the past: the exclusion would be over already.",
  reason_to_add: () => "A reason and an end go with remove and exclude, not with add.",
  exclude_without_criteria: () =>
    "The group has no criteria, so nobody comes in by itself: remove customers instead of excluding them.",
  reason_without_criteria: () => "The group has no criteria, so nobody stays out of it for a reason or until an end.",
  other_action: ({ line, first, action }) => `Line ${line} says "${first}" of the same customer, this one "${action}".`,
  other_reason: ({ line }) => `Line ${line} gives another reason or end for the same customer.`,
}

/** A problem as it is kept: as whoever has read the file said it, or as checking has found it. */
export type KeptProblem = Omit<AdminGroupImportProblem, "problem" | "values"> & {
  problem: string | null
  values: Values | null
}

/** Says a problem in a sentence. */
export const inWords = ({ problem, values, ...kept }: KeptProblem): AdminGroupImportProblem => ({
  ...kept,
  problem: problem ?? sentences[kept.code as CheckProblem](values ?? {}),
  values: values ?? {},
})
