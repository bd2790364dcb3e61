import { z } from "@medusajs/framework/zod"

export const MAX_PAGE_SIZE = 1_000
const DEFAULT_PAGE_SIZE = 20
const MAX_SEARCH_LENGTH = 500
const MAX_VALUES = 1_000
const MAX_LANGUAGE_LENGTH = 35

/** A text that PostgreSQL can look for. */
export const text = (maxLength = MAX_SEARCH_LENGTH) =>
  z
    .string()
    .max(maxLength)
    .refine((value) => !value.includes("\0"), "must not hold the character NUL")

function isLanguage(given: string): boolean {
  try {
    return Intl.getCanonicalLocales(given).length > 0
  } catch {
    return false
  }
}

const wholeNumber = z
  .string()
  .regex(/^-?\d{1,15}$/, "must be a whole number")
  .transform(Number)

/** `limit` and `offset` of a list. */
export const page = {
  limit: z.union([z.number(), wholeNumber]).pipe(z.number().int().min(1).max(MAX_PAGE_SIZE)).default(DEFAULT_PAGE_SIZE),
  offset: z.union([z.number(), wholeNumber]).pipe(z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)).default(0),
}

/** `true` or `false`, as a query writes it. */
export const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")])

/** One value or several. */
export const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema, z.array(schema).min(1).max(MAX_VALUES)])

/** One value or several of a query as a list, if there are any. */
export const listed = (given: string | string[] | undefined): string[] | undefined =>
  typeof given === "string" ? [given] : given

/** A language in which answers are worded; one that is not spoken is answered in English. */
export const language = text(MAX_LANGUAGE_LENGTH).refine(isLanguage, "must be a language, such as en or de-AT")

/** A date, as the ISO text of a moment. */
export const moment = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), "must be a date, such as 2026-01-31T00:00:00Z")
  .transform((value) => new Date(value).toISOString())

/** Bounds of a date, e.g. `created_at[$gte]=2026-01-01`. */
export const dates = z.strictObject({
  $gt: moment.optional(),
  $gte: moment.optional(),
  $lt: moment.optional(),
  $lte: moment.optional(),
})

/** One of the columns a list can be sorted by; `-` before it turns the order. */
export const orderOf = <Column extends string>(columns: readonly Column[], byDefault: string) =>
  z
    .string()
    .refine(
      (value) => (columns as readonly string[]).includes(value.replace(/^-/, "")),
      `must be one of ${columns.join(", ")}, with or without "-" before it`,
    )
    .default(byDefault)
