import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { contentHash } from "../scripts/content-hash"
import { freePort } from "../scripts/free-port"
import { folders, medusaCli, root } from "../scripts/paths"
import { Problem } from "../scripts/problem"
import { type Store, localUrl, storeOf, whenHealthy } from "../scripts/store"
import { logTail } from "../scripts/store/log-tail"
import { endedWithUs, spawnMedusa } from "../scripts/store/medusa"

const folder = path.join(root, ".medusa", "plain-store")
const built = path.join(folder, ".medusa", "server")
const hashFile = path.join(built, ".build-hash")

const config = `const { defineConfig } = require("@medusajs/framework/utils")

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      jwtSecret: "supersecret",
      cookieSecret: "supersecret",
    },
    cookieOptions: { secure: false, sameSite: "lax" },
  },
})
`

const files = {
  "package.json": JSON.stringify({
    name: "plain-store",
    private: true,
    dependencies: { "@medusajs/framework": "*", "@medusajs/medusa": "*" },
  }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "ES2021",
      module: "Node16",
      moduleResolution: "Node16",
      esModuleInterop: true,
      skipLibCheck: true,
      allowJs: true,
      outDir: "./.medusa/server",
      rootDir: "./",
    },
    include: ["*.ts", "*.js", "src"],
    exclude: ["node_modules", ".medusa"],
  }),
  "medusa-config.js": config,
}

/** Builds a store of plain Medusa with its dashboard, of the same version, once. */
export const buildPlainStore = async () => {
  const wanted = contentHash(["package-lock.json", "bench/plain-store.ts"])
  if (fs.existsSync(hashFile) && fs.readFileSync(hashFile, "utf8") === wanted) return

  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(path.join(folder, "src"), { recursive: true })
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content)

  const logFile = path.join(folders.run, "build-plain-store.log")
  fs.mkdirSync(folders.run, { recursive: true })
  const log = fs.openSync(logFile, "w")
  const child = spawn(process.execPath, [medusaCli, "build"], {
    cwd: folder,
    stdio: ["ignore", log, log],
    detached: true,
    env: { ...process.env, NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true" },
  })
  fs.closeSync(log)
  const code = await endedWithUs(child)
  if (code !== 0 || !fs.existsSync(path.join(built, "public", "admin", "index.html")))
    throw new Problem(`The plain store does not build:\n${logTail(logFile)}`)
  fs.writeFileSync(hashFile, wanted)
}

/** Starts the store of plain Medusa. */
export const startPlainStore = async (databaseUrl: string): Promise<Store> => {
  const port = await freePort()
  const url = localUrl("127.0.0.1", port)
  const logFile = path.join(folders.run, "store-bench-plain.log")
  const child = spawnMedusa({
    args: ["start", "-H", "127.0.0.1", "-p", String(port)],
    cwd: built,
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, ADMIN_CORS: url },
    logFile,
  })
  const store = storeOf(child, url)
  await whenHealthy(child, url, 90_000, logFile)
  return store
}
