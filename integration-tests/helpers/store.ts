import path from "node:path"
import { folders } from "../../scripts/paths"
import { freePort } from "../../scripts/free-port"
import { type Server, cloneDatabase, dropDatabase } from "../../scripts/postgres"
import { type Store, startStore } from "../../scripts/store"

/** The server that the test command has started. */
export const testServer = (): Server => {
  const base = process.env.TEST_POSTGRES_URL
  if (!base) throw new Error("TEST_POSTGRES_URL is not set: run the tests by `npm test` or `npm run test:<part>`.")
  return { url: (database) => Object.assign(new URL(base), { pathname: `/${database}` }).toString() }
}

export type TestStore = Store & { databaseUrl: string }

export const jwtSecret = "secret-of-the-tests"

/**
 * Boots a real store on a copy of a template database, on a port of its own.
 *
 * @param name of the database and of the log `.run/<name>.log`; ends in the process id, so that leftovers are known
 * @param env for instance `{ MEDUSA_FF_RBAC: "true" }`
 */
export const startTestStore = async (
  name: string,
  template: string,
  env: NodeJS.ProcessEnv = {},
): Promise<TestStore> => {
  const server = testServer()
  const database = `customer_groups_${name}_${process.pid}`
  await cloneDatabase(server, template, database)

  const databaseUrl = server.url(database)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const store = await startStore({
    databaseUrl,
    port,
    logFile: path.join(folders.run, `store-${name}.log`),
    env: { JWT_SECRET: jwtSecret, ADMIN_CORS: origin, AUTH_CORS: origin, ...env },
  })

  return {
    ...store,
    databaseUrl,
    stop: async () => {
      await store.stop()
      await dropDatabase(server, database)
    },
  }
}
