import { setTimeout as sleep } from "node:timers/promises"
import { mixedCriteria, type Moved } from "../criteria/cases"
import { readShop } from "../criteria/shop"
import { type Measure, median, rounded, timed, toRow } from "../measure"
import type { Stores } from "../stores"

/** Counts are remembered for a minute; nothing can be asked of a store to forget them before. */
const FORGOTTEN_AFTER_MS = 61_000
/** Each waits for that minute. */
const MOST_COLD_RUNS = 3
/** Ways in which each condition is changed; the same again would be remembered. */
const MOST_CHANGES = 4

type Preview = (moved: Moved, parts?: string[]) => Promise<number>

/** Of a group of 100,000 whose criteria are being edited. */
const previewOf = async (stores: Stores): Promise<Preview> => {
  const { groupId, otherGroupId } = await readShop(stores)
  return (moved, parts) =>
    timed(() =>
      stores.plugin.send("POST", "/admin/customer-groups/criteria/preview", {
        criteria: mixedCriteria(groupId, moved),
        group_id: otherGroupId,
        ...(parts ? { parts } : {}),
      }),
    )
}

/** The total with who joins and leaves a group of 100,000: what is shown first. */
const first: Measure = {
  names: ["preview_first"],
  needs: ["plugin", "facts"],
  run: async (stores, runs) => {
    const preview = await previewOf(stores)
    const times: number[] = []
    // Another threshold each time: nothing is remembered of it.
    for (let run = 0; run <= runs; run++) times.push(await preview({ spent: run }, ["total"]))
    return [
      toRow("preview_first", runs, { plugin: median(times.slice(1)) }, { first_ms: rounded(times[0]!) }, { ms: 1_200 }),
    ]
  },
}

/** One condition is changed at a time, as somebody edits; the n-th change of each. */
const changes: Record<string, (n: number) => Moved> = {
  spent: (n) => ({ spent: 10 + n }),
  order_count: (n) => ({ days: 1 + n }),
  country: (n) => ({ countries: ["de", "at", "nl", "fr", "it", "es", "dk"].slice(0, 2 + (n % 6)) }),
  email_domain: (n) => ({ domain: ["example.net", "example.com", "mail.example", "post.example"][n % 4]! }),
}

/** Everything that a preview shows, after one condition was changed: the slowest of them. */
const change: Measure = {
  names: ["preview_change"],
  needs: ["plugin", "facts"],
  run: async (stores, runs) => {
    const preview = await previewOf(stores)
    const cases: { changed: string; ms: number }[] = []
    for (const [changed, moved] of Object.entries(changes)) {
      const times: number[] = []
      for (let run = 0; run < Math.min(runs, MOST_CHANGES); run++) {
        // The conditions that stay are remembered from here.
        await preview({})
        times.push(await preview(moved(run)))
      }
      cases.push({ changed, ms: median(times) })
    }
    const slowest = cases.reduce((a, b) => (b.ms > a.ms ? b : a))
    return [
      toRow(
        "preview_change",
        Math.min(runs, MOST_CHANGES),
        { plugin: slowest.ms },
        { slowest: slowest.changed, cases },
        { ms: 1_200 },
      ),
    ]
  },
}

/** Everything, with nothing remembered. */
const cold: Measure = {
  names: ["preview_cold"],
  needs: ["plugin", "facts"],
  run: async (stores, runs) => {
    const preview = await previewOf(stores)
    const times: number[] = []
    for (let run = 0; run < Math.min(runs, MOST_COLD_RUNS); run++) {
      await sleep(FORGOTTEN_AFTER_MS)
      times.push(await preview({}))
    }
    return [toRow("preview_cold", times.length, { plugin: median(times) }, {}, { ms: 3_000 })]
  },
}

export const previewMeasures: Measure[] = [first, change, cold]
