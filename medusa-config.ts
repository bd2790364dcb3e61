import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

/**
 * Medusa's modules that let any number of servers and workers share the work. Events are tried three times: by default a
 * subscriber that fails, for instance while PostgreSQL starts again, never hears of the event a second time. Twenty are
 * handled at a time: by default it is one, and others wait while a subscriber waits for the database. An event whose worker
 * dies goes to the next one, ten times: by default once, and who dies twice with it loses it.
 */
const onRedis = (redisUrl: string) => [
  {
    resolve: "@medusajs/medusa/event-bus-redis",
    options: {
      redisUrl,
      jobOptions: { attempts: 3, backoff: { type: "exponential", delay: 1_000 } },
      workerOptions: { concurrency: 20, maxStalledCount: 10 },
    },
  },
  { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
  {
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        { resolve: "@medusajs/medusa/locking-redis", id: "locking-redis", is_default: true, options: { redisUrl } },
      ],
    },
  },
  {
    resolve: "@medusajs/medusa/caching",
    options: {
      providers: [
        { resolve: "@medusajs/medusa/caching-redis", id: "caching-redis", is_default: true, options: { redisUrl } },
      ],
    },
  },
]

const redisUrl = process.env.REDIS_URL || undefined
const hasRbac = process.env.MEDUSA_FF_RBAC === "true"

/** The store that this repository is, beside being the package: for `npm run dev`, the tests and the benchmark. */
export default defineConfig({
  admin: { disable: process.env.DISABLE_ADMIN === "true" },
  featureFlags: { ...(hasRbac && { rbac: true }), ...(redisUrl && { caching: true }) },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    // Sessions: whoever logs in at one server is known to the others.
    redisUrl,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000,http://localhost:8000",
      jwtSecret: process.env.JWT_SECRET ?? "supersecret",
      cookieSecret: process.env.COOKIE_SECRET ?? "supersecret",
    },
    // The demo runs on plain http; a browser would not keep a Secure cookie.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  modules: [
    // A store that installs the package does not list this: Medusa finds a plugin's modules by itself.
    { resolve: "./src/modules/customer-groups" },
    ...(hasRbac ? [{ resolve: "@medusajs/medusa/rbac" }] : []),
    ...(redisUrl ? onRedis(redisUrl) : []),
  ],
})
