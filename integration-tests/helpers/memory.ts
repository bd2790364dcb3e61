import fs from "node:fs"

const inBytes = (status: string, field: string) =>
  Number(status.match(new RegExp(`^${field}:\\s+(\\d+) kB`, "m"))![1]) * 1_024

/**
 * By how many bytes the memory of a process grows at most, at any moment of some work.
 *
 * @returns nothing to say but 0 where the system does not tell (it does on Linux)
 */
export const memoryGrownBy = async (pid: number, work: () => Promise<unknown>): Promise<number> => {
  const read = () => fs.readFileSync(`/proc/${pid}/status`, "utf8")
  if (!fs.existsSync(`/proc/${pid}/clear_refs`)) {
    await work()
    return 0
  }
  // The highest that it was is forgotten.
  fs.writeFileSync(`/proc/${pid}/clear_refs`, "5")
  const before = inBytes(read(), "VmRSS")
  await work()
  return inBytes(read(), "VmHWM") - before
}
