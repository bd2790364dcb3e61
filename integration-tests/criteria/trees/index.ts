import {
  findAttribute,
  LIMITS,
  listAttributes,
  parseCriteria,
  type Child,
  type Condition,
  type Criteria,
  type OperatorId,
} from "../../../src/modules/customer-groups/criteria"
import type { Oracle } from "../evaluate"
import type { Random } from "../random"
import { drawParameters } from "./parameters"
import { drawValue } from "./values"

/** Every attribute with each of its operators. */
export const everyQuestion = (): [string, OperatorId][] =>
  listAttributes().flatMap(({ id, operators }) => operators.map((operator): [string, OperatorId] => [id, operator]))

/** Draws trees over the whole catalogue: each question comes once before any comes again. */
export class Trees {
  private questions: [string, OperatorId][] = []

  constructor(
    private readonly random: Random,
    private readonly oracle: Oracle,
  ) {}

  next(): Criteria {
    // What does not pass the engine's own check would be a mistake of this generator.
    return parseCriteria(this.node(1))
  }

  private node(level: number): Criteria {
    const { random } = this
    const kind = random.pick(["all", "any", "any", "none"] as const)
    const count = random.pick(level === 1 ? [1, 1, 2, 3, 4] : [1, 2, 2, 3])
    const children = Array.from({ length: count }, () => this.child(level))
    return { [kind]: children } as Criteria
  }

  private child(level: number): Child {
    const mayNest = level < LIMITS.depth
    return mayNest && this.random.percent(30) ? this.node(level + 1) : this.condition()
  }

  private condition(): Condition {
    if (!this.questions.length) this.questions = this.random.shuffled(everyQuestion())
    const [id, operator] = this.questions.pop()!
    const attribute = findAttribute(id)!
    const draft = { attribute: id, operator, ...drawParameters(attribute, this.random, this.oracle.world) }
    return { ...draft, ...drawValue(draft, attribute, this.random, this.oracle) }
  }
}
