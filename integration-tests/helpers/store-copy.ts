import fs from "node:fs"
import path from "node:path"
import { folders } from "../../scripts/paths"

/**
 * Copies the built store: files that a store keeps are its own then. The copy stands beside the store, so that Node finds
 * the packages.
 *
 * @returns its folder; one of that name from before is gone
 */
export const copyStore = (name: string): string => {
  const copy = path.join(path.dirname(folders.store), `test-store-${name}`)
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(folders.store, copy, { recursive: true })
  return copy
}
