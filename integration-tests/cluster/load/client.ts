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

/** While Redis is away, Medusa lets requests hang that have something to tell. */
const LIMIT_MS = 15_000
const PAUSE_MS = 700

const admin: Sender = { user: "user_cluster" }

const tokenOf = (type: "user" | "customer", id: string) =>
  jwt.sign(
    { actor_id: id, actor_type: type, auth_identity_id: `authid_${id}`, app_metadata: { [`${type}_id`]: id } },
    jwtSecret,
  )

/** Sends each request to any of the servers, as a load balancer does. */
export class Client {
  constructor(
    private readonly urls: string[],
    private readonly publishableKey: string,
    private readonly random: Random,
  ) {}

  async send({ method = "POST", path, body, as = admin }: Request): Promise<Outcome> {
    const url = this.random.pick(this.urls) + path
    try {
      const response = await fetch(url, {
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
      return { is: "unknown", why: (error as Error).message }
    }
  }

  /** Sends what may be sent again until somebody knows what became of it. */
  async sendAgain(request: Request, attempts = 6): Promise<Outcome> {
    const outcome = await this.send(request)
    if (outcome.is !== "unknown" || attempts <= 1) return outcome
    await sleep(PAUSE_MS)
    return this.sendAgain(request, attempts - 1)
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
