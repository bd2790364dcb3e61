import { spawnSync } from "node:child_process"
import { freePort } from "../scripts/free-port"
import { type Redis, startRedis } from "../integration-tests/cluster/machines/redis"

export const isRedisThere = () => spawnSync("redis-server", ["--version"]).status === 0

/** Runs work beside a Redis of its own, which writes everything down at once as ours must. */
export const withRedis = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = await startRedis(await freePort())
  try {
    return await work(redis)
  } finally {
    await redis.stop()
  }
}
