import path from "node:path"
import { folders } from "../paths"
import { step } from "../progress"
import { exec } from "../store"
import { Settings } from "./settings"

const canLogIn = async (url: string, { email, password }: Settings) => {
  const response = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  })
  return response.ok
}

/**
 * Makes sure that the login that is printed works, in a demo only: on the first start, and when ADMIN_EMAIL or
 * ADMIN_PASSWORD has changed.
 */
export const ensureAdmin = async (url: string, databaseUrl: string, settings: Settings) => {
  if (await canLogIn(url, settings)) return
  await step("Admin user", () =>
    exec({
      script: "./scripts/seed/admin.ts",
      databaseUrl,
      logFile: path.join(folders.run, "admin.log"),
      env: { ADMIN_EMAIL: settings.email, ADMIN_PASSWORD: settings.password },
    }),
  )
}
