import { isDay } from "../../../../src/modules/customer-groups/criteria/schema"
import type { Customer } from "../../data"
import { parseDay } from "../calendar"
import { Fraction } from "../fraction"
import { textIn } from "../value"
import type { Given, Reader } from "../world"

/** What stands at the path, as a text; nothing for objects, lists and null. Medusa's form writes everything as text. */
const scalarAt = ({ metadata }: Customer, { key_path = [] }: Given): string | undefined => {
  let at: unknown = metadata
  for (const key of key_path) {
    if (typeof at !== "object" || at === null || Array.isArray(at)) return undefined
    at = Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined
  }
  return ["string", "number", "boolean"].includes(typeof at) ? String(at) : undefined
}

const number: Reader = (customer, given) => {
  const [, digits] = /^\+?(-?\d+(\.\d+)?)$/.exec(scalarAt(customer, given) ?? "") ?? []
  return digits === undefined ? [] : [Fraction.of(digits)]
}

const boolean: Reader = (customer, given) => {
  const text = scalarAt(customer, given)?.toLowerCase()
  return text === "true" || text === "false" ? [text === "true"] : []
}

const TIME = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/
const ZONE = /(Z|[+-]\d\d:?[0-5]\d)$/

/** A day; a moment with its zone, which is in a day of the store's calendar; or the time on the store's own clock. */
const date: Reader = (customer, given, world) => {
  const text = scalarAt(customer, given) ?? ""
  const [day, rest] = [text.slice(0, 10), text.slice(10)]
  if (!isDay(day)) return []
  if (rest === "") return [parseDay(day)]
  const [zone] = ZONE.exec(rest) ?? [""]
  if (!TIME.test(rest.slice(0, rest.length - zone.length))) return []
  return zone ? [world.dayOf(new Date(text))] : [parseDay(day)]
}

export const metadata: Record<string, Reader> = {
  metadata_text: (customer, given) => textIn(scalarAt(customer, given)),
  metadata_number: number,
  metadata_boolean: boolean,
  metadata_date: date,
}
