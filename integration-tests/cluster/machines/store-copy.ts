import fs from "node:fs"
import path from "node:path"
import ts from "typescript"
import { folders, root } from "../../../scripts/paths"

const SUBSCRIBER = path.join(root, "integration-tests", "cluster", "machines", "record-events.ts")

/**
 * A copy of the built store with a subscriber more, as other software in it would have one. It stands beside the store,
 * so that Node finds the packages.
 *
 * @returns its folder
 */
export const copyStore = (): string => {
  const copy = path.join(path.dirname(folders.store), "cluster-store")
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(folders.store, copy, { recursive: true })
  const { outputText } = ts.transpileModule(fs.readFileSync(SUBSCRIBER, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2021, esModuleInterop: true },
  })
  const subscribers = path.join(copy, "src", "subscribers")
  fs.mkdirSync(subscribers, { recursive: true })
  fs.writeFileSync(path.join(subscribers, "record-events.js"), outputText)
  return copy
}
