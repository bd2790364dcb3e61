import { Client, escapeIdentifier } from "pg"

/** Runs `work` on a connection and closes it whatever happens. */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  // A server that is stopped while the connection is open must not end the process.
  client.on("error", () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A server on which databases can be made: {@link Postgres} is one. */
export type Server = { url(database: string): string }

const onServer = <T>(server: Server, work: (client: Client) => Promise<T>) => withClient(server.url("postgres"), work)

export const databaseExists = (server: Server, name: string): Promise<boolean> =>
  onServer(server, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name])
    return rowCount === 1
  })

/** Makes an empty database, unless it is there. */
export const createDatabase = async (server: Server, name: string) => {
  if (await databaseExists(server, name)) return
  await onServer(server, (client) => client.query(`create database ${escapeIdentifier(name)}`))
}

/** Drops a database, with whoever is connected to it. */
export const dropDatabase = (server: Server, name: string) =>
  onServer(server, (client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`))

const DUPLICATE_DATABASE = "42P04"

/** Gives a database that is complete its name. When another process was faster, its database is as good as this one. */
export const renameDatabase = async (server: Server, from: string, to: string) => {
  try {
    await onServer(server, (client) =>
      client.query(`alter database ${escapeIdentifier(from)} rename to ${escapeIdentifier(to)}`),
    )
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error
    await dropDatabase(server, from)
  }
}

export const listDatabases = (server: Server, prefix: string): Promise<string[]> =>
  onServer(server, async (client) => {
    const { rows } = await client.query("select datname from pg_database where starts_with(datname, $1)", [prefix])
    return rows.map((row) => row.datname)
  })

/**
 * Makes `name` a copy of `template`, in place of what was there.
 *
 * Files are copied as they are: with the server's default every page would go through its log as well.
 */
export const cloneDatabase = async (server: Server, template: string, name: string) => {
  await dropDatabase(server, name)
  await onServer(server, (client) =>
    client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`),
  )
}
