import { allOf, listOf, name, nothing, sql, type Sql } from "../../sql/sql"
import { Clock, type Environment } from "../dates"
import type { Given, Parameters } from "../parameters"
import { attributeOf } from "../validate-condition"
import type { Criteria } from "../schema"
import { type Leader, Sets } from "../sources"
import { conditionsOf, ROOT, type Placed } from "../tree"
import { compileCondition, sourceOf } from "./condition"
import { customersOf, notDeleted, scopeTable, toBase, toEverybody, toScope, type Scope } from "./scope"
import { asksCustomerOnly, compileDemand, compileTree, demandsOf, type Demand, looksAtCustomer } from "./tree"

/** `with …` in front of a statement, if there is anything. */
const withTables = (tables: readonly Sql[]): Sql => (tables.length ? sql`with ${listOf(tables)}` : nothing)

/** The sets of a statement over all customers of a scope. */
const setsOf = (scope: Scope, clock: Clock, isShared: boolean): Sets =>
  new Sets(clock, scope === "all" ? toEverybody : toScope, { isShared, isOfFew: scope !== "all" })

/** A select over the customers `c` and the sets that were joined while its pieces were compiled. */
const fromCustomers = (columns: Sql, from: Sql, sets: Sets, where: readonly Sql[]): Sql =>
  sql`select ${columns} from ${from}
${sets.joinsBehind()}
where ${allOf(where)}`

const tablesOf = (scope: Scope) => (scope === "all" ? [] : [scopeTable(scope.ids)])

/**
 * The ids of the living customers who match, each once: `(id)`.
 *
 * What criteria demand of the customer alone is asked first, and what is left of the customers (the base) keeps every
 * set small; the rest of the tree is then a plain condition over joined sets. With given ids the sets are kept to these.
 *
 * @param criteria parsed by `parseCriteria`
 * @throws CriteriaError if an attribute is not in the catalogue (any more)
 */
export function compile(criteria: Criteria, scope: Scope, environment: Environment): Sql {
  const clock = new Clock(environment)
  const demands = demandsOf(criteria)
  const ofCustomer = demands.filter((demand) => asksCustomerOnly(demand, clock))
  const hasBase = scope === "all" && ofCustomer.length > 0 && ofCustomer.length < demands.length
  return hasBase ? overBase(demands, ofCustomer, clock) : overCustomers(demands, scope, clock)
}

function overCustomers(demands: Demand[], scope: Scope, clock: Clock): Sql {
  const sets = setsOf(scope, clock, false)
  const truths = demands.map((demand) => compileDemand(demand, sets))
  const where = truths.map(({ holds }) => holds)
  const leader =
    scope === "all" && !demands.some((demand) => looksAtCustomer(demand, clock))
      ? sets.leaderAmong(truths.flatMap(({ needs }) => needs ?? []))
      : undefined
  if (leader) return overSet(leader, sets, where)
  const select = fromCustomers(sql`c.id`, sql`customer c`, sets, [...customersOf(scope), ...where])
  return sql`${withTables(tablesOf(scope))} ${select}`
}

/** Who is in a set and not deleted: a million customers need not be read for it, nor joined by their ids. */
const overSet = (leader: Leader, sets: Sets, where: readonly Sql[]): Sql => sql`select c.id from ${leader.from}
${sets.joinsBehind(leader)}
where ${allOf([...leader.where, ...where, notDeleted])}`

function overBase(demands: Demand[], ofCustomer: Demand[], clock: Clock): Sql {
  const baseSets = setsOf("all", clock, false)
  const baseWhere = ofCustomer.map((demand) => compileDemand(demand, baseSets).holds)
  const base = fromCustomers(sql`c.id`, sql`customer c`, baseSets, [...customersOf("all"), ...baseWhere])

  const sets = new Sets(clock, toBase, { isShared: false, isOfFew: false })
  const rest = demands.filter((demand) => !ofCustomer.includes(demand))
  const where = rest.map((demand) => compileDemand(demand, sets).holds)
  // Only a part that mixes both looks at the customer's own columns again.
  const from = rest.some((demand) => looksAtCustomer(demand, clock))
    ? sql`base join customer c on c.id = base.id`
    : sql`base c`
  return sql`${withTables([sql`base as materialized (${base})`])} ${fromCustomers(sql`c.id`, from, sets, where)}`
}

/** Columns of the statement of `compileConditions`: whether the condition holds, and the value found, as jsonb. */
export interface ConditionColumns extends Placed {
  holds: string
  found: string
}

/**
 * Every condition by itself: `(id, c0, v0, c1, v1, …)`, one row a living customer of the scope. For explanations
 * (`explain`) and for checking a tree by hand. To count how many customers hold a condition alone, count `compile` of
 * it instead: that reads only whom it needs.
 */
export function compileConditions(
  criteria: Criteria,
  scope: Scope,
  environment: Environment,
): { statement: Sql; columns: ConditionColumns[] } {
  const sets = setsOf(scope, new Clock(environment), true)
  const columns = conditionsOf(criteria).map((placed, index) => ({ ...placed, holds: `c${index}`, found: `v${index}` }))
  const selected = columns.flatMap(({ holds, found, ...placed }) => [
    sql`coalesce(${compileCondition(placed, sets).holds}, false) as ${name(holds)}`,
    sql`to_jsonb(${sourceOf(placed, sets.clock).found(sets)}) as ${name(found)}`,
  ])
  const select = fromCustomers(listOf([sql`c.id`, ...selected]), sql`customer c`, sets, customersOf(scope))
  return { statement: sql`${withTables(tablesOf(scope))} ${select}`, columns }
}

/**
 * Several groups at once: `(id, g0, g1, …)`, one row a living customer of the scope and a boolean for each of the
 * criteria in their order. Sets that several ask for are worked out once.
 *
 * @param all criteria without ranks (`analyse(…).isRanked`): a rank is worked out over everybody, each time
 */
export function compileMany(all: readonly Criteria[], scope: Scope, environment: Environment): Sql {
  const sets = setsOf(scope, new Clock(environment), true)
  const selected = all.map((criteria, index) => {
    const { holds } = compileTree(criteria, ROOT, sets)
    return sql`coalesce(${holds}, false) as ${name(`g${index}`)}`
  })
  const select = fromCustomers(listOf([sql`c.id`, ...selected]), sql`customer c`, sets, customersOf(scope))
  return sql`${withTables(tablesOf(scope))} ${select}`
}

const occurringOf = (attributeId: string, given: Record<string, unknown>): Sql | undefined => {
  const values = attributeOf({ attribute: attributeId }, ROOT).suggestions?.values
  return typeof values === "function" ? values(given as Given<Parameters>) : values
}

/**
 * Those of some texts that occur in the shop, as they are written there: `(value)`. Case does not count.
 *
 * @param given the parameters of the condition, checked, where values are found by them
 */
export function compileOccurring(
  attributeId: string,
  texts: readonly string[],
  given: Record<string, unknown> = {},
): Sql | undefined {
  const occurring = occurringOf(attributeId, given)
  const lower = texts.map((text) => text.toLowerCase())
  return (
    occurring &&
    sql`select min(value) as value from (${occurring}) occurring where lower(value) = any(${lower}::text[])
      group by lower(value)`
  )
}

/** Of how many rows that contain the text suggestions are made: somebody who types does not wait for all of a million. */
const SUGGESTED_FROM = 10_000

/**
 * The values of an attribute that occur in the shop and contain a text: `(value)`, for suggestions, the commonest first.
 *
 * @param given the parameters of the condition, checked, where values are found by them
 */
export function compileSuggestions(
  attributeId: string,
  containing: string,
  limit: number,
  given: Record<string, unknown> = {},
): Sql | undefined {
  const occurring = occurringOf(attributeId, given)
  if (!occurring) return undefined
  return sql`select value from (
      select value from (${occurring}) occurring
      where value <> '' and strpos(lower(value), lower(${containing}::text)) > 0 limit ${SUGGESTED_FROM}::int
    ) containing group by value order by count(*) desc, value limit ${limit}::int`
}
