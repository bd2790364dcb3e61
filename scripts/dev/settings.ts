import { freePort, isPortFree } from "../free-port"
import { Problem } from "../problem"

export type Settings = {
  host: string
  port: number
  email: string
  password: string
  /** A server of the user's own. Without one the embedded PostgreSQL is used. */
  databaseUrl?: string
  isWatching: boolean
}

const defaultPort = 9000

const choosePort = async (wanted: string | undefined, host: string) => {
  if (!wanted) {
    const port = await freePort(defaultPort, host)
    if (port !== defaultPort) console.log(`  Port ${defaultPort} is taken: ${port} is used instead.`)
    return port
  }
  const port = Number(wanted)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem(`PORT is "${wanted}": it must be a number between 1 and 65535.`)
  if (!(await isPortFree(port, host)))
    throw new Problem(`Port ${port} of ${host} is taken. Set PORT to a free one, or leave it out.`)
  return port
}

/** Reads the environment. Medusa would notice a taken port only after it has started: so it is looked at here. */
export const readSettings = async (env: NodeJS.ProcessEnv, args: string[]): Promise<Settings> => {
  const host = env.HOST || "127.0.0.1"
  return {
    host,
    port: await choosePort(env.PORT, host),
    email: env.ADMIN_EMAIL || "admin@example.com",
    password: env.ADMIN_PASSWORD || "supersecret",
    databaseUrl: env.DATABASE_URL || undefined,
    isWatching: args.includes("--watch"),
  }
}
