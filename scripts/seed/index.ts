import path from "node:path"
import { folders } from "../paths"
import { exec } from "../store"
import { Amounts, fillShop } from "./fill"

export type SeedInput = Amounts & {
  databaseUrl: string
  admin?: { email: string; password: string }
}

/** The demo: large enough that lists have pages, small enough to be there in seconds. */
export const demoAmounts: Amounts = { customers: 2_000, orders: 8_000, openCarts: 120, groups: "demo" }

/**
 * Fills a migrated database that holds nothing else. Whether it may be filled is the caller's question: see mark.ts.
 *
 * The same amounts make the same shop, counted back from the current hour.
 */
export const seed = async ({ databaseUrl, admin, ...amounts }: SeedInput) => {
  await exec({
    script: "./scripts/seed/shop/index.ts",
    databaseUrl,
    logFile: path.join(folders.run, "seed-shop.log"),
    env: {
      SEED_OFFERS: String(amounts.groups === "demo"),
      ADMIN_EMAIL: admin?.email ?? "",
      ADMIN_PASSWORD: admin?.password ?? "",
    },
  })
  await fillShop(databaseUrl, amounts)
}

/** Fills the demo shop. */
export const seedDemo = (input: Pick<SeedInput, "databaseUrl" | "admin">) => seed({ ...input, ...demoAmounts })
