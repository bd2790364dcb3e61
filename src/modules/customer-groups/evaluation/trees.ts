import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { analyse, type Analysis, type Criteria, type Reference, referencesOf } from "../criteria"

/** All criteria of a group: who belongs, and who leaves. */
export const treesOf = ({ criteria, stay }: Pick<AdminGroupCriteria, "criteria" | "stay">): Criteria[] =>
  stay?.leave_criteria ? [criteria, stay.leave_criteria] : [criteria]

/** What the criteria of a group look at; those that have become invalid look at nothing. */
export const analysesOf = (stored: Pick<AdminGroupCriteria, "criteria" | "stay">): Analysis[] =>
  treesOf(stored).flatMap((tree) => orNothing(() => [analyse(tree)]))

/** What the criteria of a group name; those that have become invalid name nothing. */
export const referencesIn = (stored: Pick<AdminGroupCriteria, "criteria" | "stay">): Reference[] =>
  treesOf(stored).flatMap((tree) => orNothing(() => referencesOf(tree)))

const orNothing = <Item>(look: () => Item[]): Item[] => {
  try {
    return look()
  } catch {
    return []
  }
}
