/** A part of the tests: what stands ready before jest starts. */
export type Part = {
  needsPostgres: boolean
  /** The compiled store: without its dashboard, or with. */
  store?: "backend" | "with admin"
  needsChromium?: boolean
}

/** In the order in which `npm test` runs them: the quick ones first. */
export const parts = {
  unit: { needsPostgres: false },
  module: { needsPostgres: true },
  http: { needsPostgres: true, store: "backend" },
  scripts: { needsPostgres: true, store: "with admin" },
  browser: { needsPostgres: true, store: "with admin", needsChromium: true },
  package: { needsPostgres: true, needsChromium: true },
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
