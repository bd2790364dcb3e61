import type { AdminGroupCriteria } from "../../../types/http/criteria"
import type { Criteria } from "../criteria"

/** All criteria of a group: who belongs, and who leaves. */
export const treesOf = ({ criteria, stay }: Pick<AdminGroupCriteria, "criteria" | "stay">): Criteria[] =>
  stay?.leave_criteria ? [criteria, stay.leave_criteria] : [criteria]
