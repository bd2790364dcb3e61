import { withClient } from "../../scripts/postgres"
import { migratedTemplate } from "../../scripts/store/template"
import { jwtSecret, startTestStore, testServer } from "../helpers/store"
import { emptyTables } from "../helpers/store-reset"

/** One store for all files: a boot costs more than all the tests of a file. */
export default async function bootStore() {
  const store = await startTestStore("http", await migratedTemplate(testServer()), { DISABLE_ADMIN: "true" })

  process.env.TEST_URL = store.url
  process.env.TEST_DATABASE_URL = store.databaseUrl
  process.env.TEST_JWT_SECRET = jwtSecret
  process.env.TEST_EMPTY_TABLES = JSON.stringify(await withClient(store.databaseUrl, emptyTables))
  Object.assign(globalThis, { testStore: store })
}
