import { run } from "../criteria/run"
import { startCriteriaApp } from "../criteria/start"
import { everyQuestion } from "../criteria/trees"
import type { ModuleApp } from "../helpers/module-app"

/** The engine beside plain evaluation on a random shop. `npm run test:criteria` does the same for as long as one wants. */

const TREES = 200
/** Twenty seconds on a free core. */
const PATIENCE_MS = 240_000
/** The shop in which it is the day that begins without a midnight. */
const SEED = 1

let app: ModuleApp
beforeAll(async () => {
  app = await startCriteriaApp()
})
afterAll(() => app.stop())

it(
  "agrees with plain evaluation on random trees",
  async () => {
    const differences: string[] = []
    const { asked, telling } = await run(app, {
      runs: TREES,
      seed: SEED,
      treesPerShop: TREES,
      onFailure: (report) => differences.push(report),
    })

    expect(differences).toEqual([])
    // Otherwise the trees would say little: every question was asked, and most trees match some and not all.
    expect([...asked].sort()).toEqual(
      everyQuestion()
        .map((question) => question.join(" "))
        .sort(),
    )
    expect(telling).toBeGreaterThan(TREES / 2)
  },
  PATIENCE_MS,
)
