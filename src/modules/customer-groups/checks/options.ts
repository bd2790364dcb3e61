import { MedusaError } from "@medusajs/framework/utils"

const refused = (option: string, allowed: string, given: unknown) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `${option}: must be ${allowed}, and is ${JSON.stringify(given)}.`)

/** @throws INVALID_DATA `keepHistoryDays` is no whole number of days: what it removes never comes back */
export const checkKeptDays = (days: unknown): void => {
  if (days === undefined || (Number.isInteger(days) && Number(days) >= 1)) return
  throw refused("keepHistoryDays", "a whole number of days, at least 1", days)
}

/** @throws INVALID_DATA `alertShare` is neither a share nor `false` */
export const checkAlertShare = (share: unknown): void => {
  if (share === undefined || share === false || (Number.isFinite(share) && Number(share) > 0)) return
  throw refused("alertShare", "a share above 0 (0.5 for half of a group) or false", share)
}
