import { withClient } from "../postgres"
import { Problem } from "../problem"

/** Server, port, database and user of a connection string, without the password. */
const describe = (url: URL) => ({
  server: `${url.hostname || "localhost"}:${url.port || 5432}`,
  database: decodeURIComponent(url.pathname.slice(1)),
  user: decodeURIComponent(url.username),
})

/** What is wrong, by the code of Node or of PostgreSQL. */
const sentences: Record<string, (at: ReturnType<typeof describe>) => string> = {
  ECONNREFUSED: ({ server }) => `nothing listens at ${server}.`,
  ENOTFOUND: ({ server }) => `there is no machine at ${server}.`,
  EAI_AGAIN: ({ server }) => `there is no machine at ${server}.`,
  ETIMEDOUT: ({ server }) => `${server} does not answer.`,
  "28P01": ({ server, user }) => `${server} refuses the password of user "${user}".`,
  "28000": ({ server, user }) => `${server} does not let user "${user}" in.`,
  "3D000": ({ server, database }) =>
    `there is no database "${database}" at ${server}. Make it, empty, and start again.`,
}

const example = "It looks like postgres://user:password@host:5432/database."

/**
 * Makes sure that DATABASE_URL leads to a database.
 *
 * @throws Problem with one sentence that says what is wrong with it
 */
export const checkDatabaseUrl = async (databaseUrl: string) => {
  if (!URL.canParse(databaseUrl)) throw new Problem(`DATABASE_URL is not an address. ${example}`)
  const url = new URL(databaseUrl)
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    throw new Problem(`DATABASE_URL does not name a PostgreSQL database. ${example}`)

  try {
    await withClient(databaseUrl, (client) => client.query("select 1"))
  } catch (error) {
    const { code, errors, message } = error as { code?: string; errors?: { code?: string }[]; message: string }
    const known = sentences[code ?? errors?.[0]?.code ?? ""]
    throw new Problem(`DATABASE_URL does not work: ${known ? known(describe(url)) : message}`)
  }
}
