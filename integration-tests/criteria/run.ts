import { conditionsOf, type Criteria } from "../../src/modules/customer-groups/criteria"
import type { ModuleApp } from "../helpers/module-app"
import { Oracle } from "./evaluate"
import { shopLaws, treeLaws } from "./laws"
import type { Bench, Difference, TreeLaw } from "./laws/law"
import { Random } from "./random"
import { readShop } from "./read"
import { makeShop } from "./shop"
import { shrink } from "./shrink"
import { Trees } from "./trees"

export interface RunInput {
  /** Trees in all. */
  runs: number
  /** Of the first shop; the next shops have the next seeds. */
  seed: number
  treesPerShop: number
  onFailure: (report: string) => void
  onShop?: (report: string) => void
}

export interface Outcome {
  passed: number
  failed: number
  /** `attribute operator` of every condition that was asked. */
  asked: Set<string>
  /** Trees that match somebody, but not everybody. */
  telling: number
}

/** After so many there is nothing more to be learnt from further ones. */
const MAX_FAILURES = 10

/** Holds the engine against plain evaluation: shop after shop, on each many trees and every law. */
export async function run(app: ModuleApp, { runs, seed, treesPerShop, onFailure, onShop }: RunInput): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, asked: new Set(), telling: 0 }
  const count = (report: string | undefined) => {
    if (report) onFailure(report)
    outcome[report ? "failed" : "passed"]++
  }
  for (let done = 0, shopSeed = seed; done < runs && outcome.failed < MAX_FAILURES; done += treesPerShop, shopSeed++) {
    const bench = await openShop(app, shopSeed)
    onShop?.(`shop ${shopSeed}: ${described(bench)}`)
    const trees = new Trees(new Random(shopSeed), bench.oracle)
    const before: Criteria[] = []
    for (let n = 0; n < Math.min(treesPerShop, runs - done) && outcome.failed < MAX_FAILURES; n++) {
      const criteria = trees.next()
      note(criteria, bench, outcome)
      const report = await checkTree(criteria, bench, n, before.slice(-4), shopSeed)
      count(report)
      // Beside others stands only what is right alone.
      if (!report) before.push(criteria)
    }
    const random = new Random(shopSeed)
    for (const law of shopLaws) {
      const problem = await law.problemOf(bench, random, shopSeed === seed)
      count(problem && `shop ${shopSeed}: not true that ${law.name}\n${problem}`)
    }
  }
  return outcome
}

async function openShop(app: ModuleApp, seed: number): Promise<Bench> {
  const shop = await makeShop(app, seed)
  await app.groups.rebuildStatistics()
  await app.db.query("analyze")
  return { app, shop, oracle: new Oracle(await readShop(app, shop)) }
}

const described = ({ oracle: { shop }, shop: { orderIds } }: Bench) =>
  `${shop.customers.length} customers, ${orderIds.length} orders, ${shop.now.toISOString()} in ${shop.timeZone}`

function note(criteria: Criteria, { oracle }: Bench, outcome: Outcome): void {
  for (const { condition } of conditionsOf(criteria)) outcome.asked.add(`${condition.attribute} ${condition.operator}`)
  const { length } = oracle.matching(criteria)
  if (length > 0 && length < oracle.shop.customers.length) outcome.telling++
}

/** An error of the engine is a difference, too. */
async function differenceOf(
  law: TreeLaw,
  ...args: Parameters<TreeLaw["differenceOf"]>
): Promise<Difference | undefined> {
  try {
    return await law.differenceOf(...args)
  } catch (error) {
    return { customerId: "-", said: `${error}` }
  }
}

/** @returns a report of the first law that does not hold, with the smallest tree found of which it does not */
async function checkTree(
  criteria: Criteria,
  bench: Bench,
  n: number,
  companions: Criteria[],
  seed: number,
): Promise<string | undefined> {
  for (const law of treeLaws.filter(({ every }) => n % every === 0)) {
    if (!(await differenceOf(law, criteria, bench, companions))) continue
    const differs = async (smaller: Criteria) => Boolean(await differenceOf(law, smaller, bench, companions))
    const smallest = await shrink(criteria, differs)
    const { customerId, said } = (await differenceOf(law, smallest, bench, companions))!
    const beside = law.every > 1 ? `\nbeside ${JSON.stringify(companions)}` : ""
    return [
      `seed ${seed}, tree ${n + 1}: not true that ${law.name}`,
      `${JSON.stringify(smallest)}${beside}`,
      `${customerId}: ${said}`,
    ].join("\n")
  }
  return undefined
}
