import fs from "node:fs"
import path from "node:path"
import { folders } from "../../scripts/paths"
import { withClient } from "../../scripts/postgres"
import { migratedTemplate } from "../../scripts/store/template"
import { jwtSecret, startTestStore, testServer } from "../helpers/store"
import { emptyTables } from "../helpers/store-reset"

/** One store for all files: a boot costs more than all the tests of a file. */
export default async function bootStore() {
  // A folder of its own: what is left there is the store's.
  const temporary = path.join(folders.run, "tmp-http")
  fs.rmSync(temporary, { recursive: true, force: true })
  fs.mkdirSync(temporary, { recursive: true })
  const store = await startTestStore("http", await migratedTemplate(testServer()), {
    DISABLE_ADMIN: "true",
    TMPDIR: temporary,
  })

  process.env.TEST_URL = store.url
  process.env.TEST_STORE_PID = String(store.pid)
  process.env.TEST_STORE_FOLDER = store.folder
  process.env.TEST_STORE_TMPDIR = temporary
  process.env.TEST_DATABASE_URL = store.databaseUrl
  process.env.TEST_JWT_SECRET = jwtSecret
  process.env.TEST_EMPTY_TABLES = JSON.stringify(await withClient(store.databaseUrl, emptyTables))
  Object.assign(globalThis, { testStore: store })
}
