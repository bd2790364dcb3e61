import {
  isCondition,
  partsOf,
  type Child,
  type Condition,
  type Criteria,
} from "../../../src/modules/customer-groups/criteria"
import type { Customer, Shop } from "../data"
import { readers } from "./attributes"
import { holds } from "./operators"
import type { Value } from "./value"
import { wantedBy } from "./wanted"
import { World, type Given, type Reader } from "./world"

/** The same condition without what it compares with: what all such conditions find is worked out once. */
const paramsOf = ({ attribute: _attribute, operator: _operator, value: _value, ...given }: Condition): Given =>
  given as Given

const readerOf = (attribute: string): Reader => {
  const reader = readers[attribute]
  if (!reader) throw new Error(`${attribute} has no plain reading in integration-tests/criteria/evaluate/attributes`)
  return reader
}

/**
 * Who matches, worked out plainly: for each customer look up the values, compare, and go through the tree. It knows
 * nothing of the compiler, of SQL and of the facts of orders.
 */
export class Oracle {
  readonly world: World
  private readonly found = new Map<string, Map<string, Value[]>>()

  constructor(readonly shop: Shop) {
    this.world = new World(shop)
  }

  /** Ids of the customers who match, in the order of the shop's customers. */
  matching(criteria: Criteria): string[] {
    return this.shop.customers.filter((customer) => this.holds(criteria, customer)).map(({ id }) => id)
  }

  holds(child: Child, customer: Customer): boolean {
    if (isCondition(child))
      return holds(child.operator, this.valuesOf(child, customer), wantedBy(child), this.world.today)
    const { kind, children } = partsOf(child)
    if (kind === "all") return children.every((each) => this.holds(each, customer))
    const isAny = children.some((each) => this.holds(each, customer))
    return kind === "any" ? isAny : !isAny
  }

  /** What a customer has of the attribute of a condition. */
  valuesOf(condition: Condition, customer: Customer): Value[] {
    const given = paramsOf(condition)
    const key = JSON.stringify([condition.attribute, given])
    const known = this.found.get(key) ?? new Map<string, Value[]>()
    this.found.set(key, known)
    const values = known.get(customer.id) ?? readerOf(condition.attribute)(customer, given, this.world)
    known.set(customer.id, values)
    return values
  }
}
