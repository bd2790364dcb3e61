import { seededTemplate, templateAdmin } from "../../scripts/seed/template"
import { jwtSecret, startTestStore, testServer } from "../helpers/store"

/** One store with the demo shop and the real dashboard for all files. */
export default async function bootStore() {
  const store = await startTestStore("browser", await seededTemplate(testServer()))

  process.env.TEST_URL = store.url
  process.env.TEST_DATABASE_URL = store.databaseUrl
  process.env.TEST_JWT_SECRET = jwtSecret
  process.env.TEST_ADMIN_EMAIL = templateAdmin.email
  process.env.TEST_ADMIN_PASSWORD = templateAdmin.password
  Object.assign(globalThis, { testStore: store })
}
