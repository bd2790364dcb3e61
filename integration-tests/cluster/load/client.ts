import { setTimeout as sleep } from "node:timers/promises"
import jwt from "jsonwebtoken"
import type { Random } from "../../criteria/random"
import { jwtSecret } from "../../helpers/store"

export type Sender = { user: string } | { customer: string } | "guest"

/** What became of a request: done, refused with nothing changed, or nobody knows. */
export type Outcome =
  // The answers are as different as the routes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  { is: "done"; data: any } | { is: "refused"; status: number; message: string } | { is: "unknown"; why: string }

export interface Request {
  method?: "GET" | "POST" | "DELETE"
  path: string
  body?: unknown
  as?: Sender
}

/** While Redis is away, Medusa lets requests wait that have something to tell. */
const LIMIT_MS = 10_000
const PAUSE_MS = 700

const admin: Sender = { user: "user_cluster" }

const tokenOf = (type: "user" | "customer", id: string) =>
  jwt.sign(
    { actor_id: id, actor_type: type, auth_identity_id: `authid_${id}`, app_metadata: { [`${type}_id`]: id } },
    jwtSecret,
  )

/** Sends each request to any of the servers that listen, as a load balancer does. */
export class Client {
  constructor(
    private readonly urls: string[],
    private readonly publishableKey: string,
    private readonly random: Random,
  ) {}

  async send(request: Request): Promise<Outcome> {
    const giveUp = Date.now() + LIMIT_MS
    for (;;) {
      for (const url of this.random.shuffled(this.urls)) {
        const outcome = await this.sendTo(url, request)
        if (outcome !== "nobody listens") return outcome
      }
      if (Date.now() > giveUp) return { is: "refused", status: 0, message: "No server is up." }
      await sleep(PAUSE_MS)
    }
  }

  /** Sends what may be sent again, until somebody knows what became of it or the signal says that it is enough. */
  async sendAgain(request: Request, signal?: AbortSignal, attempts = 4): Promise<Outcome> {
    const outcome = await this.send(request)
    if (outcome.is !== "unknown" || attempts <= 1 || signal?.aborted) return outcome
    await sleep(PAUSE_MS)
    return this.sendAgain(request, signal, attempts - 1)
  }

  private async sendTo(
    url: string,
    { method = "POST", path, body, as = admin }: Request,
  ): Promise<Outcome | "nobody listens"> {
    try {
      const response = await fetch(url + path, {
        method,
        headers: { "content-type": "application/json", ...this.headersOf(as) },
        body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
        signal: AbortSignal.timeout(LIMIT_MS),
      })
      const text = await response.text()
      if (response.ok) return { is: "done", data: JSON.parse(text) }
      const { status } = response
      return status < 500 ? { is: "refused", status, message: text } : { is: "unknown", why: `${status} ${text}` }
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: string; message?: string } }
      if (cause?.code === "ECONNREFUSED") return "nobody listens"
      return { is: "unknown", why: cause?.message ?? message }
    }
  }

  private headersOf(sender: Sender): Record<string, string> {
    if (sender === "guest") return { "x-publishable-api-key": this.publishableKey }
    if ("user" in sender) return { authorization: `Bearer ${tokenOf("user", sender.user)}` }
    return {
      authorization: `Bearer ${tokenOf("customer", sender.customer)}`,
      "x-publishable-api-key": this.publishableKey,
    }
  }
}
