import path from "node:path"
import { Compiler } from "@medusajs/framework/build-tools"
import { root } from "../paths"

/**
 * Compiles one part of the store into a folder. A process of its own, called by build.ts: the compilers keep the event
 * loop busy for seconds, and so the two parts use two cores.
 *
 * Usage: tsx scripts/store/compile.ts backend|admin <folder>
 */
const compile = async (part: string, folder: string): Promise<boolean> => {
  const write = (...message: unknown[]) => console.log(...message)
  const logger = { info: write, warn: write, error: write } as unknown as ConstructorParameters<typeof Compiler>[1]
  const compiler = new Compiler(root, logger)

  const tsConfig = await compiler.loadTSConfigFile()
  if (!tsConfig) return false
  // The package is compiled without medusa-config.ts and with declarations; the store is run, and nothing else.
  tsConfig.fileNames.push(path.join(root, "medusa-config.ts"))
  tsConfig.options.outDir = folder
  tsConfig.options.declaration = false

  if (part === "backend") return compiler.buildAppBackend(tsConfig)

  const bundler = await import("@medusajs/admin-bundler")
  return compiler.buildAppFrontend(false, tsConfig, bundler)
}

compile(process.argv[2], path.resolve(process.argv[3])).then(
  (isBuilt) => process.exit(isBuilt ? 0 : 1),
  (error) => {
    console.log(error)
    process.exit(1)
  },
)
