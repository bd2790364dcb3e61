import { templateAdmin } from "../scripts/seed/template"

export type Reply<T> = { data: T; bytes: number }

/** Sends requests to one store as its admin. */
export type Client = {
  url: string
  // The answers are as different as the routes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  send<T = any>(method: "GET" | "POST", route: string, body?: unknown): Promise<Reply<T>>
}

export const connect = async (url: string): Promise<Client> => {
  let token = ""
  const send = async <T>(method: "GET" | "POST", route: string, body?: unknown): Promise<Reply<T>> => {
    const response = await fetch(url + route, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text.slice(0, 500)}`)
    return { data: JSON.parse(text), bytes: Buffer.byteLength(text) }
  }

  const { data } = await send<{ token: string }>("POST", "/auth/user/emailpass", templateAdmin)
  token = data.token
  return { url, send }
}
