import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { root } from "./paths"

const filesOf = (target: string): string[] => {
  const stat = fs.statSync(target, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [target]

  return fs
    .readdirSync(target)
    .sort()
    .flatMap((name) => filesOf(path.join(target, name)))
}

/**
 * A hash of the contents of files and folders of the repository. What does not exist counts as empty.
 *
 * @param targets paths relative to the root of the repository
 * @param isRelevant leaves files out, for instance tests
 */
export const contentHash = (targets: string[], isRelevant: (file: string) => boolean = () => true): string => {
  const hash = createHash("sha256")

  for (const file of targets.flatMap((target) => filesOf(path.join(root, target)))) {
    const name = path.relative(root, file)
    if (!isRelevant(name)) continue
    hash.update(`${name}\0`).update(fs.readFileSync(file)).update("\0")
  }
  return hash.digest("hex").slice(0, 16)
}
