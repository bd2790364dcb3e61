import { containsText, orderBy, withinDates } from "./filters"
import { allOf, anyOf, linesOf, listOf, name, nothing, numbered, sql } from "./sql"

const text = (piece: { text: string }) => piece.text.replace(/\s+/g, " ").trim()

describe("sql", () => {
  it("makes a parameter of everything but another piece of sql", () => {
    const piece = sql`select * from t where a = ${"'; drop table t"} and ${sql`b = ${5}`}`
    expect(piece).toMatchObject({ text: "select * from t where a = ? and b = ?", values: ["'; drop table t", 5] })
  })

  it("passes a list as one parameter, and nothing as null", () => {
    expect(sql`${["a", "b"]} ${undefined}`.values).toEqual([["a", "b"], null])
  })

  it("keeps a question mark of the SQL itself apart from placeholders", () => {
    expect(sql`metadata ? ${"key"}`.text).toBe("metadata \\? ?")
  })

  it("joins conditions", () => {
    expect(allOf([]).text).toBe("true")
    expect(allOf([sql`a = ${1}`, sql`b`])).toMatchObject({ text: "(a = ?) and (b)", values: [1] })
    expect(nothing).toMatchObject({ text: "", values: [] })
    expect(anyOf([]).text).toBe("false")
    expect(anyOf([sql`a = ${1}`, sql`b`])).toMatchObject({ text: "(a = ?) or (b)", values: [1] })
  })

  it("puts pieces one after the other", () => {
    expect(listOf([sql`a`, sql`${1}`])).toMatchObject({ text: "a, ?", values: [1] })
    expect(linesOf([sql`a`, sql`${1}`])).toMatchObject({ text: "a\n?", values: [1] })
  })

  it("takes names of its own only", () => {
    expect(name("s12").text).toBe("s12")
    for (const bad of ["", "1a", "a b", 'a"', "a;", "A", "a?"]) expect(() => name(bad)).toThrow("is not a name")
  })

  it("numbers placeholders for PostgreSQL's own protocol, and leaves operators of jsonb", () => {
    expect(numbered(sql`a ? ${"k"} and b = ${2}`)).toEqual({ text: "a ? $1 and b = $2", values: ["k", 2] })
  })
})

describe("filters", () => {
  it.each([
    ["50%", "%50\\%%"],
    ["a_b", "%a\\_b%"],
    ["\\", "%\\\\%"],
    ["it's", "%it's%"],
  ])("looks for %s as it is", (given, pattern) => {
    expect(containsText(sql`name`, given)).toMatchObject({ text: "name ilike ?", values: [pattern] })
  })

  it("takes the bounds of a date that are given", () => {
    const bounds = withinDates(sql`at`, { $gte: "2026-01-01", $lt: "2026-02-01" })
    expect(bounds).toMatchObject({
      text: "(at >= ?::timestamptz) and (at < ?::timestamptz)",
      values: ["2026-01-01", "2026-02-01"],
    })
    expect(withinDates(sql`at`, {}).text).toBe("true")
  })

  it.each([
    ["name", "order by n asc nulls last, id asc"],
    ["-name", "order by n desc nulls last, id desc"],
    ["-at", "order by at desc , id desc"],
  ])("sorts by %s with the id as last word", (order, expected) => {
    const columns = { name: { by: sql`n`, isNullable: true }, at: { by: sql`at` } }
    expect(text(orderBy(columns, order, sql`id`))).toBe(expected)
  })
})
