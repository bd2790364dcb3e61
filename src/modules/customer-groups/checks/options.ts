import { MedusaError } from "@medusajs/framework/utils"

/** @throws INVALID_DATA `keepHistoryDays` is no whole number of days: what it removes never comes back */
export const checkKeptDays = (days: unknown): void => {
  if (days === undefined || (Number.isInteger(days) && Number(days) >= 1)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `keepHistoryDays: must be a whole number of days, at least 1, and is ${JSON.stringify(days)}.`,
  )
}
