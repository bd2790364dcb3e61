import { FetchError } from "@medusajs/js-sdk"

export const statusOf = (error: unknown): number | undefined => (error instanceof FetchError ? error.status : undefined)

export const isForbidden = (error: unknown) => statusOf(error) === 403

/** Errors that the whole page answers, not one of its sections: no login any more, no such thing. */
export const isPageError = (error: unknown) => [401, 404].includes(statusOf(error) ?? 0)

/** The sentence of an error, for a toast or a section. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Our routes begin a message with the field it is about: `name: A customer group named "VIP" exists already.` */
export const fieldOf = (error: unknown): { field?: string; message: string } => {
  const [, field, message] = /^([a-z_]+): (.+)$/s.exec(messageOf(error)) ?? []
  return field && message ? { field, message } : { message: messageOf(error) }
}
