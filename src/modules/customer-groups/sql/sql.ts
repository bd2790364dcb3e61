/** A piece of SQL and the values of its placeholders. Text and values never meet (they stay apart up to the driver). */
export class Sql {
  private constructor(
    readonly text: string,
    readonly values: readonly unknown[],
  ) {
    Object.freeze(this)
  }

  static of(strings: TemplateStringsArray, parts: readonly unknown[]): Sql {
    let text = ""
    const values: unknown[] = []
    strings.forEach((literal, index) => {
      // A question mark of the SQL itself (an operator of jsonb) is no placeholder.
      text += literal.replace(/\?/g, "\\?")
      if (index >= parts.length) return
      const part = parts[index]
      if (part instanceof Sql) {
        text += part.text
        values.push(...part.values)
      } else {
        text += "?"
        values.push(part === undefined ? null : part)
      }
    })
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
