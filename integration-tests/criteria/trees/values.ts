import {
  operators,
  positiveOf,
  type Attribute,
  type Condition,
  type OperatorId,
} from "../../../src/modules/customer-groups/criteria"
import type { Oracle } from "../evaluate"
import { daysToAnniversary, writeDay } from "../evaluate/calendar"
import { Fraction } from "../evaluate/fraction"
import { lower, type Value } from "../evaluate/value"
import type { Random } from "../random"

/** Draws a value to compare with, from what somebody has. */
type Draw = (found: Value | undefined, random: Random, attribute: Attribute) => unknown

/** In another case, if that can be undone. */
const inSomeCase = (text: string, random: Random) => {
  const upper = text.toUpperCase()
  return random.percent(50) && lower(upper) === text ? upper : text
}

/** A whole text, or a part of it that may start and end anywhere but within a character. */
const text: Draw = (found, random) => {
  if (typeof found !== "string" || random.percent(10))
    return random.pick(["a", "%", "_", "\\", "'", "nobody", "é", "🙂"])
  const characters = [...found]
  const isWhole = random.percent(50) && found.length <= 500
  const start = random.pick([0, random.whole(0, characters.length - 1)])
  const end = random.pick([characters.length, start + random.whole(1, 4)])
  const part = characters.slice(start, Math.min(end, start + 200)).join("")
  return inSomeCase(isWhole ? found : part, random)
}

const number: Draw = (found, random, { value }) => {
  const own = found instanceof Fraction ? found.toNumber() : random.pick([0, 1, 2, 3, 10, 50, 100])
  const moved = own + random.pick([0, 0, 0, 0, 1, -1, 0.01, -0.01])
  const decimals = value.type === "integer" ? 0 : 4
  // A number that PostgreSQL and JavaScript write alike, within what the attribute allows.
  const rounded = Number(moved.toFixed(decimals))
  return value.problemOf(rounded) ? 1 : rounded
}

const date: Draw = (found, random) =>
  typeof found === "number"
    ? writeDay(found + random.pick([-1, 0, 0, 1]))
    : random.pick(["2020-02-29", "2026-03-15", "1000-01-01", "9999-12-31"])

const reference: Draw = (found, random, { value }) => {
  if (value.kind === "country") return random.pick([String(found ?? "fr"), "de", "DE", "us", "xx"])
  return typeof found === "string" && random.percent(85) ? found : "id_of_nothing"
}

const draws: Record<Attribute["value"]["type"], Draw> = {
  text,
  integer: number,
  number,
  money: number,
  boolean: (_found, random) => random.percent(50),
  date,
  choice: (found, random, { value }) => (random.percent(60) && found) || random.pick(value.choices!),
  reference,
}

/** How far away the day is, a day more or less: the border of an operator that counts days. */
const distance = (operator: OperatorId, found: Value | undefined, random: Random, today: number) => {
  const day = typeof found === "number" ? found : today - 30
  const away = operator === "anniversary_within" ? daysToAnniversary(day, today) : Math.abs(today - day)
  const { min, max } = (operators[operator] as { days: { min: number; max: number } }).days
  return Math.min(max, Math.max(min, away + random.pick([-1, 0, 0, 1])))
}

/** What a condition of these parameters finds, of somebody with whom it finds anything. */
const aFoundValue = (draft: Condition, random: Random, oracle: Oracle): Value | undefined => {
  for (let tries = 0; tries < 8; tries++) {
    const values = oracle.valuesOf(draft, random.pick(oracle.shop.customers))
    if (values.length) return random.pick(values)
  }
  return undefined
}

/** A value for a condition that has none yet: mostly one that occurs in the shop, or lies beside one. */
export const drawValue = (
  draft: Condition,
  attribute: Attribute,
  random: Random,
  oracle: Oracle,
): Pick<Condition, "value"> => {
  const found = () => aFoundValue(draft, random, oracle)
  const one = () => draws[attribute.value.type](found(), random, attribute) as never
  switch (positiveOf(draft.operator).takes) {
    case "nothing":
      return {}
    case "days":
      return { value: distance(draft.operator, found(), random, oracle.world.today) }
    case "list":
      return { value: Array.from({ length: random.pick([1, 2, 3, 5]) }, one) }
    case "range": {
      const ends = [one(), one()] as const
      return { value: attribute.value.isAfter(...ends) ? [ends[1], ends[0]] : [...ends] }
    }
    default:
      return { value: one() }
  }
}
