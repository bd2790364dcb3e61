/** A part of the tests: what stands ready before jest starts. */
export type Part = {
  needsPostgres: boolean
  /** The compiled store: without its dashboard, or with. */
  store?: "backend" | "with admin"
  needsChromium?: boolean
  /** Where its files are. */
  folder: string
  /** GB of memory that files running at the same time need each; without it they run one after the other. */
  sideBySide?: number
  /** It waits more than it computes: for a store, for npm. */
  isIdle?: boolean
}

/** In the order in which `npm test` runs them: the quick ones first. */
export const parts = {
  unit: { needsPostgres: false, folder: "src", sideBySide: 1 },
  module: { needsPostgres: true, folder: "integration-tests/module", sideBySide: 1.5 },
  http: { needsPostgres: true, store: "backend", folder: "integration-tests/http", isIdle: true },
  scripts: { needsPostgres: true, store: "with admin", folder: "integration-tests/scripts", isIdle: true },
  browser: { needsPostgres: true, store: "with admin", needsChromium: true, folder: "integration-tests/browser" },
  package: { needsPostgres: true, needsChromium: true, folder: "integration-tests/package", isIdle: true },
} satisfies Record<string, Part>

export type PartName = keyof typeof parts

const isPart = (word: string): word is PartName => word in parts

/**
 * Splits the command line: leading names of parts, then whatever jest shall get.
 *
 * @example parseArgs(["http", "members", "-t", "sorts"]) // { names: ["http"], jestArgs: ["members", "-t", "sorts"] }
 */
export const parseArgs = (args: string[]): { names: PartName[]; jestArgs: string[] } => {
  const firstOther = args.findIndex((word) => !isPart(word))
  const split = firstOther < 0 ? args.length : firstOther
  const names = args.slice(0, split) as PartName[]
  return { names: names.length > 0 ? names : (Object.keys(parts) as PartName[]), jestArgs: args.slice(split) }
}
