import type { Redis } from "./redis"

/** Where Medusa's event bus keeps its events in Redis. */
const QUEUE = "RedisEventBusService:events-queue"

/** How many events wait for a subscriber, or are with one. */
export const eventsIn = async (redis: Redis): Promise<number> => {
  const lengths = await Promise.all([
    redis.command("llen", `${QUEUE}:wait`),
    redis.command("llen", `${QUEUE}:active`),
    redis.command("zcard", `${QUEUE}:prioritized`),
    redis.command("zcard", `${QUEUE}:delayed`),
  ])
  return lengths.reduce((sum, length) => sum + Number(length), 0)
}

/** The events that the bus has given up, each with its reason: nobody hears of them any more. */
export const eventsGivenUp = async (redis: Redis): Promise<string[]> => {
  const ids = (await redis.command("zrange", `${QUEUE}:failed`, "0", "-1")).split("\n").filter(Boolean)
  return Promise.all(
    ids.map(async (id) => {
      const fields = await redis.command("hmget", `${QUEUE}:${id}`, "name", "failedReason", "data")
      return fields.replaceAll("\n", " ")
    }),
  )
}
