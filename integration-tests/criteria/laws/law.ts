import type { Criteria, Scope } from "../../../src/modules/customer-groups/criteria"
import { numbered, type Sql } from "../../../src/modules/customer-groups/sql/sql"
import type { ModuleApp } from "../../helpers/module-app"
import type { Oracle } from "../evaluate"
import type { Random } from "../random"
import type { MadeShop } from "../shop"

/** A shop with its plain evaluation, and the engine's on the same database. */
export interface Bench {
  app: ModuleApp
  shop: MadeShop
  oracle: Oracle
}

/** For one customer the engine and the plain evaluation (or one way and another) do not agree. */
export interface Difference {
  customerId: string
  /** What either side said. */
  said: string
}

/** Something that must hold for any criteria. */
export interface TreeLaw {
  /** As a sentence. */
  name: string
  /** How often it is asked: every tree, or every so many. */
  every: number
  /**
   * @param companions criteria that are looked at together with these
   * @returns the first difference, or nothing if the law holds
   */
  differenceOf(criteria: Criteria, bench: Bench, companions: Criteria[]): Promise<Difference | undefined>
}

/** Something that must hold for any shop; it may change the shop's orders. */
export interface ShopLaw {
  name: string
  /** @param isFirst the first shop of a run, for what takes long */
  problemOf(bench: Bench, random: Random, isFirst: boolean): Promise<string | undefined>
}

export const rowsOf = async ({ app }: Bench, statement: Sql): Promise<Record<string, unknown>[]> => {
  const { text, values } = numbered(statement)
  return (await app.db.query(text, values)).rows
}

export const environmentOf = ({ oracle }: Bench) => {
  const { now, timeZone } = oracle.shop
  return { now, timeZone }
}

/** Some of the customers, with one who is not there and one who is named twice. */
export const someOf = ({ oracle }: Bench): Scope & { ids: string[] } => {
  const ids = oracle.shop.customers.map(({ id }) => id).filter((_, index) => index % 4 === 0)
  return { ids: [...ids, ids[0]!, "cus_nobody"] }
}

/** The first customer of whom only one side says that they match. */
export const firstDifference = (
  expected: string[],
  found: string[],
  names: [string, string],
): Difference | undefined => {
  const [missing] = expected.filter((id) => !found.includes(id))
  if (missing) return { customerId: missing, said: `${names[0]}: matches, ${names[1]}: does not` }
  const [extra] = found.filter((id) => !expected.includes(id))
  if (extra) return { customerId: extra, said: `${names[0]}: does not match, ${names[1]}: does` }
  const [twice] = found.filter((id, index) => found.indexOf(id) !== index)
  return twice ? { customerId: twice, said: `${names[1]}: twice` } : undefined
}
