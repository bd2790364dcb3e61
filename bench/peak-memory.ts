const MEGABYTE = 1_048_576
/** Milliseconds between looks at the memory. */
const LOOK = 50

/** How much more memory the process took at its peak, in MB, while the work went on. */
export const peakOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), LOOK)
  await work()
  clearInterval(watch)
  return Math.round((peak - before) / MEGABYTE)
}
