import { MedusaError } from "@medusajs/framework/utils"

/** How long a reason may be. */
export const MAX_REASON_LENGTH = 255

/** What is said of an exclusion, checked. */
export interface SaidOfExclusion {
  reason: string | null
  until: Date | null
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

/**
 * @param until the moment from which the exclusion no longer holds; never, if left out
 * @throws INVALID_DATA the reason is too long, blank or holds NUL; the moment is none, or is over
 */
export const checkExclusion = (
  { reason, until }: { reason?: string | null; until?: Date | string | null },
  now: Date,
): SaidOfExclusion => ({ reason: checkReason(reason), until: checkUntil(until, now) })

const checkReason = (reason: string | null | undefined): string | null => {
  if (reason == null) return null
  if (typeof reason !== "string" || !reason.trim() || reason.includes("\0"))
    throw invalid("reason: Must be a text that is not blank, without NUL.")
  if (reason.length > MAX_REASON_LENGTH)
    throw invalid(`reason: ${reason.length} characters are too long; a reason has at most ${MAX_REASON_LENGTH}.`)
  return reason
}

const checkUntil = (until: Date | string | null | undefined, now: Date): Date | null => {
  if (until == null) return null
  const moment = new Date(until)
  if (Number.isNaN(moment.getTime())) throw invalid("until: Must be a date, such as 2027-01-31T00:00:00Z.")
  if (moment <= now) throw invalid("until: Must be in the future: the exclusion would be over already.")
  return moment
}
