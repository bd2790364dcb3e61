import type { AdminGroupCriteria } from "../../../types/http/criteria"
import type { DataKind } from "../criteria"
import type { ReferenceKind } from "../criteria/values"
import type { ChangedData } from "../repositories/pending-customers"
import { analysesOf, referencesIn } from "./trees"

/** What conditions read, by what has changed of a customer. */
const read: Record<ChangedData, readonly DataKind[]> = {
  profile: ["profile"],
  address: ["address"],
  orders: ["orders", "statistics", "purchases"],
  groups: ["groups"],
  cart: ["carts"],
}

/** Products that are put elsewhere are bought in another category, collection, type or by another tag since ever. */
const PLACES: readonly ReferenceKind[] = ["category", "collection", "product_tag", "product_type"]

/** What the criteria of active groups look at. */
export interface LookedAt {
  /** Whether an active group looks at what has changed. */
  has(what: ChangedData): boolean
  /** Groups of which each customer's result depends on all others, that look at any of this or at members of any of these. */
  ranked(what: Iterable<ChangedData>, groupIds: Iterable<string>): string[]
  /** Groups that ask where in the shop a product that was bought stands. */
  places: string[]
}

/** Works out what active groups look at; criteria that have become invalid look at nothing. */
export const lookedAt = (all: readonly AdminGroupCriteria[]): LookedAt => {
  const groups = all
    .filter(({ status }) => status === "active")
    .map((stored) => ({
      id: stored.group_id,
      analyses: analysesOf(stored),
      isPlaced: referencesIn(stored).some(({ kind }) => PLACES.includes(kind)),
    }))
  const kinds = new Set(groups.flatMap(({ analyses }) => analyses.flatMap(({ dataKinds }) => dataKinds)))
  return {
    has: (what) => read[what].some((kind) => kinds.has(kind)),
    ranked: (changed, groupIds) => {
      const changedKinds = new Set([...changed].flatMap((what) => read[what]))
      const changedGroups = new Set(groupIds)
      return groups
        .filter(({ analyses }) => analyses.some(({ isRanked }) => isRanked))
        .filter(({ analyses }) =>
          analyses.some(
            ({ dataKinds, groupIds: looksAt }) =>
              dataKinds.some((kind) => changedKinds.has(kind)) || looksAt.some((id) => changedGroups.has(id)),
          ),
        )
        .map(({ id }) => id)
    },
    places: groups.filter(({ isPlaced }) => isPlaced).map(({ id }) => id),
  }
}
