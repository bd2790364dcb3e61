import { useTranslation } from "react-i18next"
import type { Bucket } from "./buckets"

const asDate = (day: string) => new Date(`${day}T00:00:00Z`)

/** Calendar days in the user's language, and days from one to another. They are days of the store, wherever the user is. */
export const useDayFormat = () => {
  const { i18n } = useTranslation()
  const short = new Intl.DateTimeFormat(i18n.language, { timeZone: "UTC", day: "numeric", month: "short" })
  const long = new Intl.DateTimeFormat(i18n.language, { timeZone: "UTC", dateStyle: "medium" })
  return {
    shortDay: (day: string) => short.format(asDate(day)),
    longDay: (day: string) => long.format(asDate(day)),
    /** Both of its days, the year once. */
    bucketDays: ({ from, to }: Bucket) =>
      from === to ? long.format(asDate(from)) : long.formatRange(asDate(from), asDate(to)),
  }
}
