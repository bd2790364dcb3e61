import { spawn } from "node:child_process"
import type { Binaries } from "./binaries"

type Outcome = { code: number | null; output: string }

/** Runs one of PostgreSQL's own programs, as the user to whom the cluster belongs. */
export const run = (command: string, args: string[], owner: Binaries["owner"], cwd: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    // pg_ctl leaves the server behind with our pipes: a pipe on stdout would never close.
    const isStart = args[0] === "start"
    const child = spawn(command, args, {
      ...owner,
      cwd,
      stdio: ["ignore", isStart ? "ignore" : "pipe", isStart ? "ignore" : "pipe"],
    })
    let output = ""
    child.stdout?.on("data", (chunk) => (output += chunk))
    child.stderr?.on("data", (chunk) => (output += chunk))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, output }))
  })
