import { Browser, BrowserContext, BrowserContextOptions } from "playwright-core"
import { Problem } from "./problem"

export type Login = { url: string; email: string; password: string }

/**
 * Opens a browser context that is logged in to the dashboard, by two requests instead of the login page.
 *
 * @param theme what the dashboard keeps in the browser's storage
 */
export const dashboardSession = async (
  browser: Browser,
  { url, email, password }: Login,
  { theme = "light", ...options }: BrowserContextOptions & { theme?: "light" | "dark" } = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({ baseURL: url, ...options })
  const login = await context.request.post("/auth/user/emailpass", { data: { email, password } })
  if (!login.ok()) throw new Problem(`Login of ${email} at ${url} failed: ${login.status()} ${await login.text()}`)

  const { token } = (await login.json()) as { token: string }
  const session = await context.request.post("/auth/session", { headers: { authorization: `Bearer ${token}` } })
  if (!session.ok()) throw new Problem(`No session at ${url}: ${session.status()} ${await session.text()}`)

  await context.addInitScript(`localStorage.setItem("medusa_admin_theme", ${JSON.stringify(theme)})`)
  return context
}
