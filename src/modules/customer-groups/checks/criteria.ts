import { MedusaError } from "@medusajs/framework/utils"
import type { GroupGuard, GroupStay } from "../../../types/http/criteria"
import { CriteriaError, parseCriteria, type Criteria } from "../criteria"

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** Runs something that throws CriteriaErrors, with Medusa's error instead. */
export const asMedusaError = <Result>(work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    throw error instanceof CriteriaError ? invalid(error.message) : error
  }
}

/** @throws INVALID_DATA naming the place: `criteria.all[2].value: "abc" is not a number (order_count)` */
export const checkCriteria = (given: unknown): Criteria => asMedusaError(() => parseCriteria(given))

const MAX_DAYS = 36_500

/** @throws INVALID_DATA naming the field */
export const checkStay = (stay: GroupStay | null | undefined): GroupStay | null => {
  if (stay == null) return null
  const { days, leave_criteria: leaving } = stay
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= MAX_DAYS))
    throw invalid(`stay.days: Must be a whole number from 1 to ${MAX_DAYS}.`)
  return {
    ...(days === undefined ? {} : { days }),
    ...(leaving === undefined ? {} : { leave_criteria: checkLeaveCriteria(leaving) }),
  }
}

const checkLeaveCriteria = (given: unknown): Criteria => {
  try {
    return parseCriteria(given)
  } catch (error) {
    throw error instanceof CriteriaError ? invalid(`stay.leave_${error.message}`) : error
  }
}

/** @throws INVALID_DATA naming the field */
export const checkGuard = (guard: GroupGuard | null | undefined): GroupGuard | null => {
  if (guard == null) return null
  if ("off" in guard) return { off: true }
  if (!(typeof guard.share === "number" && guard.share > 0 && guard.share <= 1))
    throw invalid("guard.share: Must be more than 0 and at most 1.")
  if (!(Number.isInteger(guard.people) && guard.people >= 0))
    throw invalid("guard.people: Must be a whole number from 0.")
  return { share: guard.share, people: guard.people }
}
