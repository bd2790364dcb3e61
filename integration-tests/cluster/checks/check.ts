import type { ModuleApp } from "../../helpers/module-app"
import type { Endings } from "../chaos"
import type { Ledger } from "../load/ledger"
import type { Heard } from "../machines/heard"
import type { Remains } from "../settle"
import type { Shop } from "../shop"

/** What is left when everything has come to rest, on a copy of the database. */
export interface Aftermath {
  app: ModuleApp
  shop: Shop
  ledger: Ledger
  heard: Heard[]
  endings: Endings
  /** Kills that were asked for. */
  kills: number
  remains: Remains
  /** Events that the bus has given up, each with its reason. */
  givenUp: string[]
}

/** Something that must hold whatever died. */
export interface Check {
  /** As a sentence. */
  name: string
  /** @returns what is wrong, with ids; nothing if it holds */
  problemOf(aftermath: Aftermath): Promise<string | undefined>
}

const SHOWN = 5

/** The first of what is wrong, and how many there are; nothing if there are none. */
export const problemIf = (wrong: unknown[]): string | undefined =>
  wrong.length
    ? `${wrong.length}: ${wrong
        .slice(0, SHOWN)
        .map((each) => (typeof each === "string" ? each : JSON.stringify(each)))
        .join("; ")}`
    : undefined

/** Rows that must not be there. */
export const noRows = async ({ app }: Aftermath, text: string, values: unknown[] = []): Promise<string | undefined> =>
  problemIf((await app.db.query(text, values)).rows)
