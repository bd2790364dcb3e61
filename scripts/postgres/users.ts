import fs from "node:fs"
import path from "node:path"
import { isAlive } from "./postmaster"

/**
 * Who uses a server: one empty file for each process, named by its id. Two commands may share a server; the last one
 * that leaves stops it. A process that was killed does not count.
 */
export const joinUsers = (dataDir: string) => {
  const folder = path.join(dataDir, "users")
  const own = path.join(folder, String(process.pid))
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(own, "")

  return {
    /** Takes this process off the list. @returns whether others still use the server */
    leave: (): boolean => {
      fs.rmSync(own, { force: true })
      return fs.readdirSync(folder).some((pid) => {
        if (isAlive(Number(pid))) return true
        fs.rmSync(path.join(folder, pid), { force: true })
        return false
      })
    },
  }
}
