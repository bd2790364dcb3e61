import fs from "node:fs"
import path from "node:path"
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

/**
 * Writes down each event that it hears. A file a process, not a table: what was told must be known while PostgreSQL is
 * away, too.
 */
export default async function recordEvent({ event: { name, data, metadata } }: SubscriberArgs<unknown>) {
  const line = JSON.stringify({ name, data, publishedAt: metadata?.publishedAt })
  fs.appendFileSync(path.join(process.env.HEARD_FOLDER!, `${process.pid}.jsonl`), `${line}\n`)
}

export const config: SubscriberConfig = {
  event: ["members-changed", "customer-joined", "customer-left"].map((name) => `customer-groups.${name}`),
  context: { subscriberId: "cluster-record-events" },
}
