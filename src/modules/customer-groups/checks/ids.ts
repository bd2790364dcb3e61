import { MedusaError } from "@medusajs/framework/utils"

/** How many ids one call may name; the more are chosen by a filter. */
export const MAX_IDS = 100_000

const MAX_NAMED = 5

const some = (ids: string[]): string => ids.slice(0, MAX_NAMED).join(", ") + (ids.length > MAX_NAMED ? ", …" : "")

/** @throws INVALID_DATA if there are too many, or one is not a text */
export function checkIds(ids: string[], path: string): void {
  if (ids.length > MAX_IDS) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${path}: ${ids.length} ids are too many; at most ${MAX_IDS} at once. Nothing was changed.`,
    )
  }
  if (ids.some((id) => typeof id !== "string" || id.includes("\0"))) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${path}: Each id must be a text without NUL.`)
  }
}

/** @throws INVALID_DATA if an id stands in both lists */
export function checkDisjoint(add: string[], remove: string[], path = "remove"): void {
  const removed = new Set(remove)
  const both = add.filter((id) => removed.has(id))
  if (both.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${path}: ${both.length} of ${remove.length} are in add as well: ${some(both)}. Nothing was changed.`,
    )
  }
}

/** @throws NOT_FOUND naming the first of the ids that do not exist, and how many there are */
export function checkKnown(unknown: string[], given: number, { path, what }: { path: string; what: string }): void {
  if (!unknown.length) return
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `${path}: ${unknown.length} of ${given} ${what} do not exist: ${some(unknown)}. Nothing was changed.`,
  )
}
