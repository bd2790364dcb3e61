import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { contentHash } from "../content-hash"
import { folders, root } from "../paths"
import { Problem } from "../problem"
import { endedWithUs } from "./medusa"

const hashFile = ".build-hash"
const shared = ["medusa-config.ts", "tsconfig.json", "package-lock.json"]
const isTest = (file: string) => /\.spec\.tsx?$|\/__tests__\//.test(file)

const parts = {
  backend: {
    hash: () => contentHash(["src", ...shared], (file) => !isTest(file) && !file.startsWith(path.join("src", "admin"))),
    folder: path.join(root, ".medusa", "store-backend"),
  },
  admin: {
    // Besides its own folder the admin imports types and criteria alone: a lint rule holds that.
    hash: () =>
      contentHash(
        ["src/admin", "src/types", "src/modules/customer-groups/criteria", ...shared],
        (file) => !isTest(file),
      ),
    folder: path.join(root, ".medusa", "store-admin"),
  },
}

const readHash = (folder: string) => {
  try {
    return fs.readFileSync(path.join(folder, hashFile), "utf8")
  } catch {
    return undefined
  }
}

/** Puts a complete folder in the place of another. */
const replaceFolder = (complete: string, place: string) => {
  const old = `${place}.old-${process.pid}`
  if (fs.existsSync(place)) fs.renameSync(place, old)
  fs.renameSync(complete, place)
  fs.rmSync(old, { recursive: true, force: true })
}

const buildPart = async (name: keyof typeof parts, logFile: string) => {
  const { hash, folder } = parts[name]
  const isLenient = name === "backend" && process.env.ALLOW_TYPE_ERRORS === "true"
  // A build with errors must not count for those who want none.
  const wanted = isLenient ? `${hash()} lenient` : hash()
  if (readHash(folder) === wanted) return wanted

  const half = `${folder}.new-${process.pid}`
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(path.dirname(logFile), { recursive: true })
  const log = fs.openSync(logFile, "w")
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts", "store", "compile.ts"), name, half],
    {
      cwd: root,
      stdio: ["ignore", log, log],
      detached: true,
      // A store that is started without its admin still has one to build.
      env: { ...process.env, NODE_ENV: "production", DISABLE_ADMIN: "", DATABASE_URL: "" },
    },
  )
  fs.closeSync(log)
  const code = await endedWithUs(child)

  if (code !== 0 && !isLenient) {
    fs.rmSync(half, { recursive: true, force: true })
    throw new Problem(`The ${name} of the store does not build:\n${fs.readFileSync(logFile, "utf8").trim()}`)
  }
  // Written last: half a build never counts.
  fs.writeFileSync(path.join(half, hashFile), wanted)
  replaceFolder(half, folder)
  return wanted
}

/**
 * Builds the store that `medusa start` runs, into `.medusa/store`. Backend and admin are built side by side, each only
 * when its sources changed.
 *
 * @param withAdmin `false` leaves the admin as it is, or out: the HTTP tests need none
 * With ALLOW_TYPE_ERRORS=true in the environment the backend is taken as far as it compiles: for a look at a page while
 * something else is half written.
 *
 * @returns whether anything was built
 * @throws Problem with the compiler's messages
 */
export const buildStore = async ({ withAdmin = true } = {}): Promise<boolean> => {
  const logs = (name: string) => path.join(folders.run, `build-${name}.log`)
  const [backend, admin] = await Promise.all([
    buildPart("backend", logs("backend")),
    withAdmin ? buildPart("admin", logs("admin")) : readHash(parts.admin.folder),
  ])

  const wanted = `${backend} ${admin ?? "without admin"}`
  if (readHash(folders.store) === wanted) return false

  const half = `${folders.store}.new-${process.pid}`
  fs.rmSync(half, { recursive: true, force: true })
  fs.cpSync(parts.backend.folder, half, { recursive: true })
  if (admin) fs.cpSync(path.join(parts.admin.folder, "public"), path.join(half, "public"), { recursive: true })
  fs.writeFileSync(path.join(half, hashFile), wanted)
  replaceFolder(half, folders.store)
  return true
}

if (require.main === module)
  buildStore().then(
    (isNew) => console.log(isNew ? "Built." : "Up to date."),
    (error) => {
      console.error(error instanceof Problem ? error.message : error)
      process.exit(1)
    },
  )
