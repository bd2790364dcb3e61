import { CriteriaError, shown, type CriteriaPath } from "./errors"
import { LIMITS, NODE_KINDS, type Child, type Criteria, type Node, type NodeKind } from "./schema"
import { childPath, conditionsOf, ROOT } from "./tree"
import { parseCondition } from "./validate-condition"

type Given = Record<string, unknown>

const isObject = (given: unknown): given is Given =>
  typeof given === "object" && given !== null && !Array.isArray(given)

const refuse = (path: CriteriaPath, problem: string): never => {
  throw new CriteriaError(path, problem)
}

/** What happens to a condition or node that is wrong: by default the first one ends the parsing. */
type OnProblem = (error: CriteriaError) => void

/**
 * Checks everything about criteria that needs no database.
 *
 * @param given anything, usually parsed JSON
 * @returns the same as plain data, with nothing in it that the format does not know
 * @throws CriteriaError naming the first place that is wrong
 */
export function parseCriteria(given: unknown): Criteria {
  const criteria = parseNode(given, ROOT, 1, (error) => {
    throw error
  })
  const { length } = conditionsOf(criteria)
  if (length > LIMITS.conditions)
    refuse(ROOT, `${length} conditions are too many, up to ${LIMITS.conditions} are allowed`)
  return criteria
}

/**
 * Everything that is wrong with criteria, one error a place: for a form that marks each of them.
 *
 * @param given anything, usually parsed JSON
 */
export function problemsOf(given: unknown): CriteriaError[] {
  const problems: CriteriaError[] = []
  attempt(
    () => parseNode(given, ROOT, 1, (error) => problems.push(error)),
    (error) => problems.push(error),
  )
  if (!problems.length)
    attempt(
      () => parseCriteria(given),
      (error) => problems.push(error),
    )
  return problems
}

function parseNode(given: unknown, path: CriteriaPath, depth: number, onProblem: OnProblem): Node {
  if (!isObject(given)) return refuse(path, `${shown(given)} is not a node {all | any | none: [...]}`)
  if (depth > LIMITS.depth) refuse(path, `Nodes are nested too deep, up to ${LIMITS.depth} levels are allowed`)
  const [kind, ...others] = Object.keys(given)
  if (!kind || others.length || !NODE_KINDS.includes(kind as NodeKind))
    return refuse(path, `A node has exactly one of the keys ${NODE_KINDS.join(", ")}`)

  const children = given[kind]
  if (!Array.isArray(children)) return refuse(`${path}.${kind}`, `${shown(children)} is not a list`)
  if (!children.length) refuse(`${path}.${kind}`, "An empty node says nothing")
  if (children.length > LIMITS.conditions)
    refuse(`${path}.${kind}`, `${children.length} are too many, up to ${LIMITS.conditions} conditions are allowed`)

  const parsed: Child[] = []
  children.forEach((child: unknown, index) => {
    const place = childPath(path, kind as NodeKind, index)
    attempt(() => parsed.push(parseChild(child, place, depth, onProblem)), onProblem)
  })
  return { [kind]: parsed } as unknown as Node
}

function parseChild(given: unknown, path: CriteriaPath, depth: number, onProblem: OnProblem): Child {
  if (!isObject(given)) return refuse(path, `${shown(given)} is neither a condition nor a node`)
  return Object.keys(given).includes("attribute")
    ? parseCondition(given, path)
    : parseNode(given, path, depth + 1, onProblem)
}

function attempt(parse: () => void, onProblem: OnProblem): void {
  try {
    parse()
  } catch (error) {
    if (!(error instanceof CriteriaError)) throw error
    onProblem(error)
  }
}
