/**
 * What an error says to a person. The query builder puts the whole statement in front of what PostgreSQL says, with a dash
 * between them.
 */
export const messageOf = (error: unknown): string => {
  const { message, severity } = error as Error & { severity?: string }
  return severity === undefined ? message : (message.split(" - ").at(-1) as string)
}
