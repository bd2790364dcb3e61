import Medusa from "@medusajs/js-sdk"

/**
 * Talks to the store that serves the dashboard, with its login. Throws the SDK's `FetchError`, by which the dashboard
 * knows a lost login (401, it shows the login page) and a missing page (404).
 */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})
