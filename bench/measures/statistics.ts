import { markFacts } from "../../scripts/seed/kept-facts"
import { type Measure, median, rounded, timed, toRow } from "../measure"

/** A rebuild takes minutes. */
const MOST_RUNS = 2

/** How much memory this process takes on top of what it had, at most, while work runs in it. */
const memoryGrowth = async (work: () => Promise<unknown>) => {
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100)
  await work().finally(() => clearInterval(look))
  return (most - before) / 1e6
}

/** All facts of orders worked out anew, and compared with Medusa's tables. */
export const statisticsMeasures: Measure[] = [
  {
    names: ["statistics_build"],
    needs: ["facts"],
    run: async ({ module: { groups }, databaseUrl }, runs) => {
      const times: number[] = []
      let growth = 0
      for (let run = 0; run < Math.min(runs, MOST_RUNS); run++)
        growth = Math.max(
          growth,
          await memoryGrowth(async () => times.push(await timed(() => groups.rebuildStatistics()))),
        )
      await markFacts(databaseUrl)
      const details = { seconds: times.map((ms) => rounded(ms / 1_000)), memory_growth_mb: rounded(growth) }
      return [toRow("statistics_build", times.length, { plugin: median(times) }, details, { ms: 240_000 })]
    },
  },
  {
    names: ["statistics_check"],
    needs: ["facts"],
    run: async ({ module: { groups } }) => {
      let differing = 0
      const ms = await timed(async () => ({ differing } = await groups.checkStatistics()))
      return [toRow("statistics_check", 1, { plugin: rounded(ms) }, { differing }, { ms: 240_000 })]
    },
  },
]
