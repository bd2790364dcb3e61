import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

/** The store that this repository is, beside being the package: for `npm run dev`, the tests and the benchmark. */
export default defineConfig({
  admin: { disable: process.env.DISABLE_ADMIN === "true" },
  featureFlags: process.env.MEDUSA_FF_RBAC === "true" ? { rbac: true } : {},
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
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
    ...(process.env.MEDUSA_FF_RBAC === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []),
  ],
})
