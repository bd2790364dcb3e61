import {
  isCondition,
  partsOf,
  problemsOf,
  type Child,
  type Condition,
  type Criteria,
} from "../../src/modules/customer-groups/criteria"

const asTree = (child: Child): Criteria => (isCondition(child) ? { all: [child] } : child)

const OPTIONAL = ["window", "amount", "address"]

/** The same question asked more simply: without an optional parameter, of fewer values, of a shorter text. */
function simplerConditions(condition: Condition): Condition[] {
  const without = OPTIONAL.filter((key) => key in condition).map((key) => {
    const { [key]: _, ...rest } = condition
    return rest as Condition
  })
  return [...without, ...simplerValues(condition.value).map((value) => ({ ...condition, value }))]
}

function simplerValues(value: Condition["value"]): NonNullable<Condition["value"]>[] {
  if (Array.isArray(value) && value.length > 1) return value.map((_, index) => value.filter((_, at) => at !== index))
  if (typeof value === "string" && value.length > 1) {
    const characters = [...value]
    return [characters.slice(1).join(""), characters.slice(0, -1).join("")].filter(Boolean)
  }
  return []
}

/** Trees that are a little smaller. The criteria of a difference are made of one of them, as long as one still differs. */
export function smaller(criteria: Criteria): Criteria[] {
  return smallerChildren(criteria)
    .map(asTree)
    .filter((tree) => !problemsOf(tree).length)
}

function smallerChildren(child: Child): Child[] {
  if (isCondition(child)) return simplerConditions(child)
  const { kind, children } = partsOf(child)
  const dropped = children.length > 1 ? children.map((_, index) => children.filter((_, at) => at !== index)) : []
  const replaced = children.flatMap((each, index) =>
    smallerChildren(each).map((simpler) => children.map((other, at) => (at === index ? simpler : other))),
  )
  return [...children, ...[...dropped, ...replaced].map((some) => ({ [kind]: some }) as Criteria)]
}

/**
 * The smallest tree found that still differs.
 *
 * @param differs asked again and again, so it must not depend on what was asked before
 */
export async function shrink(criteria: Criteria, differs: (smaller: Criteria) => Promise<boolean>): Promise<Criteria> {
  for (const candidate of smaller(criteria)) {
    if (JSON.stringify(candidate) === JSON.stringify(criteria)) continue
    if (await differs(candidate)) return shrink(candidate, differs)
  }
  return criteria
}
