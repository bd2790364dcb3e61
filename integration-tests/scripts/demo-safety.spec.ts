import { randomBytes } from "node:crypto"
import { prepareDatabase } from "../../scripts/dev/prepare"
import { checkDatabaseUrl } from "../../scripts/dev/own-server"
import type { Settings } from "../../scripts/dev/settings"
import { cloneDatabase, createDatabase, dropDatabase, withClient } from "../../scripts/postgres"
import { databaseState, dropUnfinished, markFinished, markStarted } from "../../scripts/seed/mark"
import { migratedTemplate, schemaHash } from "../../scripts/store/template"
import { testServer } from "../helpers/store"

const server = testServer()
const database = `customer_groups_scripts_${process.pid}_${randomBytes(3).toString("hex")}`
const url = server.url(database)
const settings: Settings = {
  host: "127.0.0.1",
  port: 9000,
  email: "a@example.com",
  password: "secret",
  isWatching: false,
}

const query = async (sql: string) => (await withClient(url, (client) => client.query(sql))).rows
const count = async (table: string) => Number((await query(`select count(*) from ${table}`))[0].count)

beforeEach(() => jest.spyOn(console, "log").mockImplementation(() => undefined))
afterEach(() => dropDatabase(server, database))

describe("a database that is not ours", () => {
  beforeEach(async () => {
    await cloneDatabase(server, await migratedTemplate(server), database)
    await query(`insert into customer (id, email, first_name) values ('cus_1', 'anna@shop.de', 'Anna')`)
  })

  it("is neither seeded nor emptied nor given an admin", async () => {
    expect(await prepareDatabase(url, settings)).toBe("foreign")

    expect(await query("select id, email from customer")).toEqual([{ id: "cus_1", email: "anna@shop.de" }])
    expect(await count(`"user"`)).toBe(0)
    expect(await count("product")).toBe(0)
    expect(await databaseState(url)).toMatchObject({ kind: "foreign" })
  })

  it("is said to be somebody else's", async () => {
    await prepareDatabase(url, settings)

    expect(console.log).toHaveBeenCalledWith(expect.stringContaining("no demo data and no admin"))
  })

  it("is not even ours when it holds a single table", async () => {
    await dropDatabase(server, database)
    await createDatabase(server, database)
    await query("create table notes (text text)")

    expect(await databaseState(url)).toEqual({ kind: "foreign", tables: 1 })
  })

  it("can't be marked or emptied by mistake", async () => {
    await expect(dropUnfinished(url)).rejects.toThrow()
    expect(await count("customer")).toBe(1)
  })
})

describe("an empty database", () => {
  it("gets the demo shop, its admin and the mark, once", async () => {
    await createDatabase(server, database)

    expect(await prepareDatabase(url, settings)).toBe("empty")
    expect(await count("customer")).toBe(2_000)
    expect(await query(`select email from "user"`)).toEqual([{ email: "a@example.com" }])

    await query("delete from cart_line_item")
    expect(await prepareDatabase(url, settings)).toBe("demo")
    expect(await count("cart_line_item")).toBe(0)
  })

  it("is made again when the seed was killed half-way", async () => {
    await createDatabase(server, database)
    await markStarted(url)
    await query("create table half (n int)")

    expect(await databaseState(url)).toEqual({ kind: "unfinished" })
    await dropUnfinished(url)
    expect(await databaseState(url)).toEqual({ kind: "empty" })
  })

  it("is not emptied once it is finished", async () => {
    await createDatabase(server, database)
    await markStarted(url)
    await markFinished(url, schemaHash())

    await expect(dropUnfinished(url)).rejects.toThrow("Only a database with an unfinished seed")
  })
})

describe("a wrong DATABASE_URL", () => {
  const real = new URL(process.env.TEST_POSTGRES_URL!)
  const changed = (part: Partial<Record<"password" | "port" | "pathname" | "hostname", string>>) =>
    Object.assign(new URL(real), part).toString()

  it.each([
    ["is not an address", "nonsense", "DATABASE_URL is not an address."],
    ["is another protocol", "mysql://root@localhost/shop", "DATABASE_URL does not name a PostgreSQL database."],
    ["names no database", "postgres://root@localhost:5432", "DATABASE_URL does not name a PostgreSQL database."],
    ["leads to a closed port", changed({ port: "1" }), "nothing listens at localhost:1."],
    ["has a wrong password", changed({ password: "wrong" }), "refuses the password"],
    ["names an unknown database", changed({ pathname: "/no_such_shop" }), 'there is no database "no_such_shop"'],
  ])("that %s is one sentence", async (_, wrong, sentence) => {
    const error = await checkDatabaseUrl(wrong).catch((problem) => problem)

    expect(error.name).toBe("Problem")
    expect(error.message).toContain(sentence)
    expect(error.message).not.toContain("\n")
  })
})
