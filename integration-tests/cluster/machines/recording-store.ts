import fs from "node:fs"
import path from "node:path"
import ts from "typescript"
import { root } from "../../../scripts/paths"
import { copyStore } from "../../helpers/store-copy"

const SUBSCRIBER = path.join(root, "integration-tests", "cluster", "machines", "record-events.ts")

/**
 * A copy of the built store with a subscriber more, as other software in it would have one.
 *
 * @returns its folder
 */
export const copyWithRecorder = (): string => {
  const copy = copyStore("cluster")
  const { outputText } = ts.transpileModule(fs.readFileSync(SUBSCRIBER, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2021, esModuleInterop: true },
  })
  const subscribers = path.join(copy, "src", "subscribers")
  fs.mkdirSync(subscribers, { recursive: true })
  fs.writeFileSync(path.join(subscribers, "record-events.js"), outputText)
  return copy
}
