import type { Context } from "@medusajs/framework/types"
import type { AdminExplainedCondition, AdminExplainedNode, AdminMembershipExplanation } from "../../../types"
import { checkCriteria } from "../checks/criteria"
import { requireReferences } from "../changes/look-up-references"
import {
  analyse,
  compileConditions,
  type Criteria,
  describeMissing,
  describePart,
  type Environment,
  explain,
  type Explained,
  type ExplainedNode,
  findAttribute,
  type Wording,
} from "../criteria"
import { readsFacts } from "../evaluation/waiting-for-facts"
import type { MembershipsRepository } from "../repositories/memberships"
import type { ReferencesRepository } from "../repositories/references"
import { wordingOf } from "./wording"

/** What explanations of one customer read, and for whom they are. */
export interface Explaining {
  membershipsRepository: MembershipsRepository
  referencesRepository: ReferencesRepository
  customerId: string
  environment: Environment
  language: string
  /** Whether the facts of orders may be read by now. */
  hasFacts: boolean
  /** Whether who asks may read orders; else nothing that was found of them is told. */
  maySeeOrders: boolean
  /** Whether ranks, which look at all customers, are worked out. */
  withRanks: boolean
}

/** Holds the criteria of a group against one customer, condition by condition. */
export const explainMembership = async (
  explaining: Explaining,
  stored: Criteria,
  context: Context,
): Promise<AdminMembershipExplanation> => {
  const criteria = await checked(explaining, stored, context)
  if (typeof criteria === "string") return { status: "invalid", message: criteria }
  const analysis = analyse(criteria)
  if (!explaining.hasFacts && readsFacts(analysis)) return { status: "statistics_building" }
  if (!explaining.withRanks && analysis.isRanked) return { status: "on_request" }

  const { customerId, environment, membershipsRepository } = explaining
  const { statement, columns } = compileConditions(criteria, { ids: [customerId] }, environment)
  const row = await membershipsRepository.retrieveConditions(statement, context)
  const results = columns.map(({ path, holds, found }) => ({ path, holds: row[holds] === true, found: row[found] }))
  const tree = explain(criteria, results)
  const wording = await wordingOf(explaining, [criteria], explaining.language, context)
  return { status: "explained", matches: tree.holds, criteria: told(tree, wording, explaining) as AdminExplainedNode }
}

/** The criteria as they are evaluated, or why they cannot be. */
const checked = async (
  { referencesRepository }: Explaining,
  stored: Criteria,
  context: Context,
): Promise<Criteria | string> => {
  try {
    const criteria = checkCriteria(stored)
    await requireReferences({ referencesRepository }, criteria, context, { kinds: ["group"] })
    return criteria
  } catch (error) {
    return (error as Error).message
  }
}

const isNode = (explained: Explained): explained is ExplainedNode => "children" in explained

/** The tree as the API answers it. */
const told = (
  explained: Explained,
  wording: Wording,
  explaining: Explaining,
): AdminExplainedNode | AdminExplainedCondition => {
  if (isNode(explained)) {
    const { path, kind, holds, isWanted, children } = explained
    return {
      path,
      kind,
      holds,
      is_wanted: isWanted,
      children: children.map((child) => told(child, wording, explaining)),
    }
  }
  const { path, condition, holds, isWanted, found, missing } = explained
  const is_hidden = !explaining.maySeeOrders && tellsOfOrders(condition.attribute)
  return {
    path,
    condition,
    sentence: describePart(condition, wording),
    holds,
    is_wanted: isWanted,
    is_hidden,
    found: is_hidden ? null : found,
    missing: missing && !is_hidden ? { ...missing, sentence: describeMissing(explained, wording) ?? "" } : null,
  }
}

/** A distance tells as much as the value: both are hidden from who may not read orders. */
const tellsOfOrders = (attributeId: string): boolean =>
  findAttribute(attributeId)?.looksAt.some((kind) => ["orders", "statistics", "purchases"].includes(kind)) ?? true
