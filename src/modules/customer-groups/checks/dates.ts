import { MedusaError } from "@medusajs/framework/utils"

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** 30 February is read as 2 March. */
const isRealDay = (day: string) =>
  DAY.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

/** @throws INVALID_DATA naming the field: neither a calendar day nor a moment with its offset from UTC */
export function checkDate(date: string, path: string): void {
  const day = MOMENT.exec(date)?.[1] ?? date
  if (isRealDay(day) && !Number.isNaN(Date.parse(date)) && !day.startsWith("0000")) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${path}: "${date}" is not a date, such as 2026-01-31 or 2026-01-31T12:00:00Z.`,
  )
}
