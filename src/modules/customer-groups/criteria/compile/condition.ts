import { turned, type Truth } from "../missing-data"
import { fitsZero, positiveOf } from "../operators"
import type { Given, Parameters } from "../parameters"
import type { Sets, Source, Test } from "../sources"
import type { Clock } from "../dates"
import type { Placed } from "../tree"
import { attributeOf } from "../validate-condition"

/** Where the value of a condition comes from. */
export const sourceOf = ({ condition, path }: Placed, clock: Clock): Source =>
  attributeOf(condition, path).source(condition as Given<Parameters>, clock)

function testOf({ condition, path }: Placed, clock: Clock): Test {
  const { value: type } = attributeOf(condition, path)
  const { id, compare } = positiveOf(condition.operator)
  const operand = condition.value as never
  return {
    compare: (value) => compare(type.column(value), operand, type, clock),
    fitsZero: fitsZero(id, operand),
  }
}

/** A condition as SQL over the customer `c` and the sets that it joins. */
export function compileCondition(placed: Placed, sets: Sets): Truth {
  const truth = sourceOf(placed, sets.clock).truth(testOf(placed, sets.clock), sets)
  return positiveOf(placed.condition.operator).isNegative ? turned(truth) : truth
}
