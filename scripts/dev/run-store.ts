import path from "node:path"
import { folders, root } from "../paths"
import { Store, localUrl, startStore } from "../store"
import { spawnMedusa } from "../store/medusa"
import { storeOf, whenHealthy } from "../store/start"
import { Settings } from "./settings"

/** The dashboard is served by the store itself: its address must be among the allowed origins whatever the port. */
const origins = ({ host, port }: Settings): NodeJS.ProcessEnv => {
  const own = localUrl(host, port)
  return {
    ADMIN_CORS: process.env.ADMIN_CORS ?? own,
    AUTH_CORS: process.env.AUTH_CORS ?? `${own},http://localhost:8000`,
  }
}

/** `medusa start` on what was built. */
export const runBuilt = (settings: Settings, databaseUrl: string): Promise<Store> =>
  startStore({
    databaseUrl,
    host: settings.host,
    port: settings.port,
    env: origins(settings),
    logFile: path.join(folders.run, "store.log"),
  })

/** `medusa develop`: runs the sources and starts again at each change; its log is the terminal. */
export const runSources = async (settings: Settings, databaseUrl: string): Promise<Store> => {
  const child = spawnMedusa({
    args: ["develop", "-H", settings.host, "-p", String(settings.port)],
    cwd: root,
    env: { NODE_ENV: "development", DATABASE_URL: databaseUrl, ...origins(settings) },
  })
  const store = storeOf(child, localUrl(settings.host, settings.port))
  await whenHealthy(child, store.url, 180_000)
  return store
}
