import fs from "node:fs"
import path from "node:path"
import { folders } from "../../scripts/paths"
import { freePort } from "../../scripts/free-port"
import { type Server, cloneDatabase, dropDatabase } from "../../scripts/postgres"
import { type Store, startStore } from "../../scripts/store"
import { copyStore } from "./store-copy"

/** The server that the test command has started. */
export const testServer = (): Server => {
  const base = process.env.TEST_POSTGRES_URL
  if (!base) throw new Error("TEST_POSTGRES_URL is not set: run the tests by `npm test` or `npm run test:<part>`.")
  return { url: (database) => Object.assign(new URL(base), { pathname: `/${database}` }).toString() }
}

export type TestStore = Store & { databaseUrl: string; folder: string }

export const jwtSecret = "secret-of-the-tests"

/**
 * Boots a real store on a copy of a template database, in a folder and on a port of its own.
 *
 * @param name of the folder, the database and the log `.run/store-<name>.log`. The database's ends in the process id, so
 * that leftovers are known
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
  const folder = copyStore(name)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const store = await startStore({
    databaseUrl,
    port,
    folder,
    logFile: path.join(folders.run, `store-${name}.log`),
    env: { JWT_SECRET: jwtSecret, ADMIN_CORS: origin, AUTH_CORS: origin, ...env },
  })

  return {
    ...store,
    databaseUrl,
    folder,
    stop: async () => {
      await store.stop()
      fs.rmSync(folder, { recursive: true, force: true })
      await dropDatabase(server, database)
    },
  }
}
