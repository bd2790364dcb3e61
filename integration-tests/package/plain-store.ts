import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import packageJson from "../../package.json"
import { freePort } from "../../scripts/free-port"
import { folders } from "../../scripts/paths"
import { type Store, localUrl, storeOf, whenHealthy } from "../../scripts/store"
import { plainEnv, run } from "./command"

export const pluginName = packageJson.name

/** The line that a store adds, as the README has it. */
const pluginLine = `  plugins: [{ resolve: "${pluginName}", options: {} }],\n`

const versionOf = (name: keyof typeof packageJson.devDependencies) => packageJson.devDependencies[name]

/** What a store of Medusa's own starter lists. */
const dependencies = {
  "@medusajs/admin-sdk": versionOf("@medusajs/admin-sdk"),
  "@medusajs/cli": versionOf("@medusajs/cli"),
  "@medusajs/framework": versionOf("@medusajs/framework"),
  "@medusajs/medusa": versionOf("@medusajs/medusa"),
}
const devDependencies = {
  "@swc/core": versionOf("@swc/core"),
  "@types/node": versionOf("@types/node"),
  "@types/react": versionOf("@types/react"),
  "@types/react-dom": versionOf("@types/react-dom"),
  react: versionOf("react"),
  "react-dom": versionOf("react-dom"),
  "ts-node": versionOf("ts-node"),
  typescript: versionOf("typescript"),
  vite: versionOf("vite"),
}

const tsconfig = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    outDir: "./.medusa/server",
    rootDir: "./",
    jsx: "react-jsx",
    resolveJsonModule: true,
    strict: true,
  },
  "ts-node": { swc: true },
  include: ["**/*", ".medusa/types/*"],
  exclude: ["node_modules", ".medusa/server", ".medusa/admin", ".cache"],
}

const medusaConfig = (plugins: string) => `import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS!,
      authCors: process.env.ADMIN_CORS!,
      jwtSecret: "supersecret",
      cookieSecret: "supersecret",
    },
    cookieOptions: { secure: false, sameSite: "lax" },
  },
${plugins}})
`

/** A store of somebody else, in a folder of its own outside of this repository. */
export class PlainStore {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "plain-medusa-store-"))
  private started?: Store

  constructor(private readonly databaseUrl: string) {
    this.write("package.json", JSON.stringify({ name: "plain-store", private: true, dependencies, devDependencies }))
    this.write("tsconfig.json", JSON.stringify(tsconfig))
    this.write("medusa-config.ts", medusaConfig(""))
  }

  write(file: string, content: string) {
    const target = path.join(this.folder, file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, content)
  }

  /** Adds the documented line to the configuration, or takes it out. */
  configurePlugin(isUsed: boolean) {
    this.write("medusa-config.ts", medusaConfig(isUsed ? pluginLine : ""))
  }

  npm(command: string) {
    return run(`npm ${command} --prefer-offline --no-audit --no-fund --no-progress`, this.folder)
  }

  npx(command: string) {
    return run(`npx --no-install ${command}`, this.folder, { DATABASE_URL: this.databaseUrl, ADMIN_CORS: "*" })
  }

  /** Starts what `medusa build` made. */
  async start(): Promise<Store> {
    const port = await freePort()
    const url = localUrl("127.0.0.1", port)
    const logFile = path.join(folders.run, "store-package.log")
    fs.mkdirSync(folders.run, { recursive: true })
    const log = fs.openSync(logFile, "w")
    const cli = path.join(this.folder, "node_modules", "@medusajs", "cli", "cli.js")
    const child = spawn(process.execPath, [cli, "start", "-H", "127.0.0.1", "-p", String(port)], {
      cwd: path.join(this.folder, ".medusa", "server"),
      stdio: ["ignore", log, log],
      detached: true,
      env: plainEnv({ NODE_ENV: "production", DATABASE_URL: this.databaseUrl, ADMIN_CORS: url }),
    })
    fs.closeSync(log)
    this.started = storeOf(child, url)
    await whenHealthy(child, url, 90_000, logFile)
    return this.started
  }

  async stop() {
    await this.started?.stop()
    this.started = undefined
  }

  /** All JavaScript of its dashboard. */
  adminCode(): string {
    const assets = path.join(this.folder, ".medusa", "server", "public", "admin", "assets")
    return fs
      .readdirSync(assets)
      .filter((file) => file.endsWith(".js"))
      .map((file) => fs.readFileSync(path.join(assets, file), "utf8"))
      .join("\n")
  }

  async remove() {
    await this.stop()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }
}
