import { sql, type Sql } from "./sql"

/** What the tables of who did something are called in a statement; of two in one statement, each has its own. */
interface Aliases {
  user: Sql
  key: Sql
}

const ALIASES: Aliases = { user: sql`actor_user`, key: sql`actor_key` }

/** Name (or else e-mail) of the user, or title of the API key; `joinActor` joins what it reads. */
export const actorName = ({ user, key }: Aliases = ALIASES): Sql =>
  sql`coalesce(nullif(concat_ws(' ', ${user}.first_name, ${user}.last_name), ''), ${user}.email, ${key}.title)`

/** Who did something, as JSON, from the columns that say so. */
export const actorOf = (type: Sql, id: Sql, aliases?: Aliases): Sql =>
  sql`jsonb_build_object('type', ${type}, 'id', ${id}, 'name', ${actorName(aliases)})`

/** @param id the column that has the actor's id; there is no row of who is gone */
export const joinActor = (id: Sql, { user, key }: Aliases = ALIASES): Sql => sql`
  left join "user" ${user} on ${user}.id = ${id} and ${user}.deleted_at is null
  left join api_key ${key} on ${key}.id = ${id} and ${key}.deleted_at is null`
