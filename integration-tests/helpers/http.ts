import jwt from "jsonwebtoken"
import { Client } from "pg"
import { resetTables } from "./store-reset"

/**
 * Driver of the HTTP tests: one store is up for all files, and its tables are emptied before each test. Importing this
 * file registers the hooks for that.
 */

/** A connection to the store's database, for arranging and looking. */
export const db = new Client({ connectionString: process.env.TEST_DATABASE_URL })

const emptyTables: string[] = JSON.parse(process.env.TEST_EMPTY_TABLES ?? "[]")

beforeAll(() => db.connect())
beforeEach(() => resetTables(db, emptyTables))
afterAll(() => db.end())

/** Who sends a request: a user of the dashboard by id, a customer by id, or nobody. */
export type Sender = "nobody" | { user: string } | { customer: string }

/** The user of requests that don't say who sends them. */
export const admin = { user: "user_admin" }

const tokenOf = (type: "user" | "customer", id: string) =>
  jwt.sign(
    { actor_id: id, actor_type: type, auth_identity_id: `authid_${id}`, app_metadata: { [`${type}_id`]: id } },
    process.env.TEST_JWT_SECRET!,
  )

export const authorization = (sender: Sender): Record<string, string> => {
  if (sender === "nobody") return {}
  const token = "user" in sender ? tokenOf("user", sender.user) : tokenOf("customer", sender.customer)
  return { authorization: `Bearer ${token}` }
}

export type Answer<T> = { status: number; data: T }

/**
 * Sends a request to the store. A string as body is sent as it is, to try what is not JSON.
 *
 * @example const { status, data } = await api("POST", "/admin/customer-groups", { name: "VIP" })
 * @example await api("GET", "/admin/customer-groups", undefined, { as: "nobody" })
 */
// The answers are as different as the routes; a test says what it expects of them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const api = async <T = any>(
  method: "GET" | "POST" | "DELETE" | "PUT" | "PATCH",
  path: string,
  body?: unknown,
  { as = admin, headers = {} }: { as?: Sender; headers?: Record<string, string> } = {},
): Promise<Answer<T>> => {
  const response = await fetch(process.env.TEST_URL + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...authorization(as),
      ...headers,
    },
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
  })
  const text = await response.text()
  try {
    return { status: response.status, data: JSON.parse(text) }
  } catch {
    return { status: response.status, data: text as T }
  }
}

/** Sends a form, such as a file, to the store. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const sendForm = async <T = any>(path: string, form: FormData): Promise<Answer<T>> => {
  const response = await fetch(process.env.TEST_URL + path, {
    method: "POST",
    headers: authorization(admin),
    body: form,
  })
  return { status: response.status, data: (await response.json()) as T }
}

/** The header that storefront routes ask for, with the key that Medusa makes at its first boot. */
export const storefront = async (): Promise<Record<string, string>> => {
  const { rows } = await db.query("select token from api_key where type = 'publishable' limit 1")
  return { "x-publishable-api-key": rows[0].token }
}

/** A file of the file module. Its address names the port of another store. */
export const fetchBytes = async (url: string): Promise<Buffer> => {
  const response = await fetch(process.env.TEST_URL + new URL(url).pathname)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** The same, as text. */
export const fetchFile = async (url: string): Promise<string> => (await fetchBytes(url)).toString("utf8")
