const escaped = new WeakMap<readonly string[], string[]>()

/** A question mark of the SQL itself (an operator of jsonb) is no placeholder. Each template is looked through once. */
const literalsOf = (strings: readonly string[]): string[] => {
  const known = escaped.get(strings) ?? strings.map((literal) => literal.replace(/\?/g, "\\?"))
  escaped.set(strings, known)
  return known
}

/** A piece of SQL and the values of its placeholders. Text and values never meet (they stay apart up to the driver). */
export class Sql {
  private constructor(
    readonly text: string,
    readonly values: readonly unknown[],
  ) {}

  static of(strings: readonly string[], parts: readonly unknown[]): Sql {
    const literals = literalsOf(strings)
    let text = literals[0] as string
    const values: unknown[] = []
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]
      if (part instanceof Sql) {
        text += part.text
        values.push(...part.values)
      } else {
        text += "?"
        values.push(part === undefined ? null : part)
      }
      text += literals[index + 1]
    }
    return new Sql(text, values)
  }

  static concat(pieces: readonly Sql[], separator: string): Sql {
    return new Sql(
      pieces.map((piece) => piece.text).join(separator),
      pieces.flatMap((piece) => piece.values),
    )
  }
}

/**
 * Builds a piece of SQL. What stands in `${}` becomes a parameter, an array one parameter too; only another piece of
 * `sql` becomes text.
 *
 * @example sql`select id from customer where email = ${email} and ${isLiving}`
 */
export const sql = (strings: TemplateStringsArray, ...parts: unknown[]): Sql => Sql.of(strings, parts)

/** Nothing, for a part that is left out. */
export const nothing = sql``

/** All of these conditions, or `true` if there are none. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? Sql.concat(
        conditions.map((condition) => sql`(${condition})`),
        " and ",
      )
    : sql`true`

/** At least one of these conditions, or `false` if there are none. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? Sql.concat(
        conditions.map((condition) => sql`(${condition})`),
        " or ",
      )
    : sql`false`

/** Pieces one after the other, with a comma between. */
export const listOf = (pieces: readonly Sql[]): Sql => Sql.concat(pieces, ", ")

/** Pieces one after the other, a line each. */
export const linesOf = (pieces: readonly Sql[]): Sql => Sql.concat(pieces, "\n")

/** A name that this code made up (an alias or a column of a statement); anything else is refused. */
export const name = (text: string): Sql => {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(text)) throw new Error(`"${text}" is not a name for SQL`)
  return Sql.of([text], [])
}

/** The statement with placeholders as PostgreSQL's own protocol has them (`$1`), for a driver without Knex. */
export function numbered({ text, values }: Sql): { text: string; values: unknown[] } {
  let count = 0
  return { text: text.replace(/\\\?|\?/g, (mark) => (mark === "?" ? `$${++count}` : "?")), values: [...values] }
}
