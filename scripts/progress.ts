import { performance } from "node:perf_hooks"

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs a slow step and says so: one line when it is done, and a sign of life every ten seconds before.
 *
 * @example await step("Migrations", () => migrate({ databaseUrl, logFile }))
 */
export const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
  const start = performance.now()
  const alive = setInterval(() => console.log(`  … ${title} (${seconds(start)})`), 10_000)

  try {
    const result = await work()
    console.log(`  ✓ ${title} (${seconds(start)})`)
    return result
  } catch (error) {
    console.log(`  ✗ ${title} (${seconds(start)})`)
    throw error
  } finally {
    clearInterval(alive)
  }
}
