/** A day of the calendar as a number of days, to be compared and counted with. */
export type Day = number

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string) => {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" })
  formats.set(zone, format)
  return format
}

/** From `2026-03-31`. */
export const parseDay = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / DAY_MS

/** As `2026-03-31`. */
export const writeDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The day that the calendar on the wall shows at a moment. */
export const dayOf = (moment: Date, zone: string): Day => parseDay(formatOf(zone).format(moment))

/** The same day so many months later or earlier; the last of the month where there is none. */
export const addMonths = (day: Day, months: number): Day => {
  const date = new Date(day * DAY_MS)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date.getUTCDate(), lastDate))
  return first.getTime() / DAY_MS
}

/** Days from today to the next anniversary; the first one comes a year after the day itself. */
export const daysToAnniversary = (day: Day, today: Day): number => {
  for (let years = 1; ; years++) {
    const anniversary = addMonths(day, 12 * years)
    if (anniversary >= today) return anniversary - today
  }
}

/** The first moment of a day in a zone, found by looking for it: no arithmetic with offsets that could be wrong. */
export const startOf = (day: Day, zone: string): Date => {
  let before = (day - 2) * DAY_MS
  let within = (day + 2) * DAY_MS
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (dayOf(new Date(middle), zone) < day) before = middle
    else within = middle
  }
  return new Date(within)
}
