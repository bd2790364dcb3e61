/** Languages times currencies that a shop uses are few; whoever asks for more begins anew. */
const MOST = 200
const made = new Map<string, unknown>()

const once = <Format>(key: string, make: () => Format): Format => {
  const known = made.get(key) as Format | undefined
  if (known) return known
  if (made.size >= MOST) made.clear()
  const format = make()
  made.set(key, format)
  return format
}

/** Numbers, money, days, plurals and countries in a language. Each is made once: that takes longer than to use it. */
export const formats = {
  number: (locale: string) =>
    once(`number ${locale}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })),
  money: (locale: string, currency: string, isWhole: boolean) =>
    once(`money ${locale} ${currency} ${isWhole}`, () => {
      const digits = isWhole ? { minimumFractionDigits: 0 } : {}
      return new Intl.NumberFormat(locale, { style: "currency", currency, ...digits })
    }),
  day: (locale: string) =>
    once(`day ${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })),
  plural: (locale: string) => once(`plural ${locale}`, () => new Intl.PluralRules(locale)),
  country: (locale: string) => once(`country ${locale}`, () => new Intl.DisplayNames(locale, { type: "region" })),
}
