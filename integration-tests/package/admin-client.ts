import type { BrowserContextOptions, Page } from "playwright-core"
import { launchChromium } from "../../scripts/chromium"
import { type Login, dashboardSession } from "../../scripts/dashboard-session"

/** Logs in and returns a function that sends requests as that user and fails when the answer is none of success. */
export const adminClient = async ({ url, email, password }: Login) => {
  // The answers are as different as the routes; a test says what it expects of them.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const send = async (method: string, route: string, body?: unknown, token?: string): Promise<any> => {
    const response = await fetch(url + route, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`)
    return JSON.parse(text)
  }

  const { token } = await send("POST", "/auth/user/emailpass", { email, password })
  return {
    get: (route: string) => send("GET", route, undefined, token),
    post: (route: string, body: unknown) => send("POST", route, body, token),
  }
}

/** Opens a page of the dashboard, logged in, looks, and closes the browser. */
export const lookAt = async <T>(login: Login, path: string, look: (page: Page) => Promise<T>): Promise<T> => {
  const options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
  const browser = await launchChromium()
  try {
    const page = await (await dashboardSession(browser, login, options)).newPage()
    await page.goto(path)
    return await look(page)
  } finally {
    await browser.close()
  }
}
