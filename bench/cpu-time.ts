import fs from "node:fs"
import { Problem } from "../scripts/problem"

/** Linux counts in hundredths of a second for whoever asks, whatever the kernel's own clock. */
const MS_PER_TICK = 10

/** How long a process was on a processor since its start, in milliseconds. */
export const cpuTime = (pid: number): number => {
  if (process.platform !== "linux") throw new Problem("The time that a process takes is read from Linux's /proc.")
  // The name of the program, in brackets, may hold anything; fields are counted from behind it.
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")
  const [user, system] = [fields[11], fields[12]].map(Number)
  return (user! + system!) * MS_PER_TICK
}
