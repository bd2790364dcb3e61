import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { buffer } from "node:stream/consumers"
import { gzipSync } from "node:zlib"
import { encode } from "iconv-lite"
import { ZipFile } from "yazl"
import { eventually } from "../helpers/eventually"
import { api, db } from "../helpers/http"
import { memoryGrownBy } from "../helpers/memory"
import { aGroup, type Group } from "../helpers/shop"
import { beginUpload, formOf, lengthOfForm, repeated, upload, type UploadAnswer } from "../helpers/upload"

/** Files that nobody should send: refused with a reason, soon, and nothing is left of them. */

const MEGABYTE = 1_024 * 1_024
const GIGABYTE = 1_024 * MEGABYTE
const rows = (count: number) => Array.from({ length: count }, (_, n) => `${n}@example.com\n`).join("")

/** Files that the store holds, compiled ones among them. */
const filesOfStore = () =>
  [process.env.TEST_STORE_TMPDIR!, process.env.TEST_STORE_FOLDER!].flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true }).map((file) => path.join(folder, String(file))),
  )

const left = async () => {
  const tables = ["customer_group_import", "customer_group_import_row", "customer_group_operation", "customer"]
  const counts = tables.map((table) => `(select count(*) from ${table})::int as ${table}`)
  return (await db.query(`select ${counts.join(", ")}`)).rows[0]
}
const NOTHING = { customer_group_import: 0, customer_group_import_row: 0, customer_group_operation: 0, customer: 0 }

let files: Set<string>
let group: Group
beforeEach(async () => {
  group = await aGroup()
  await db.query("delete from customer_group_operation")
  files = new Set(filesOfStore())
})

/** Whatever was sent: nothing of it is there, and the store goes on. */
afterEach(async () => {
  await eventually(async () => expect(await left()).toEqual(NOTHING))
  expect(filesOfStore().filter((file) => !files.has(file))).toEqual([])
  expect((await api("GET", `/admin/customer-groups/${group.id}`)).status).toBe(200)
})

/** Sends a body, and answers what the store says; its memory does not grow by much. */
const refused = async (body: Iterable<Uint8Array>, headers?: Record<string, number>): Promise<UploadAnswer> => {
  let answer: UploadAnswer | undefined
  const grown = await memoryGrownBy(Number(process.env.TEST_STORE_PID), async () => {
    answer = await upload(group, body, headers)
  })
  expect(answer).toMatchObject({ status: 400 })
  expect(grown).toBeLessThan(300 * MEGABYTE)
  return answer!
}

/** An archive that holds some hundred times its size. */
const zipBomb = async () => {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.alloc(64 * MEGABYTE), "customers.csv", { compressionLevel: 1 })
  zip.end()
  return buffer(zip.outputStream)
}

type Pieces = Iterable<Uint8Array | string> | Promise<Uint8Array>
const bytes = function* (pieces: Iterable<Uint8Array | string>) {
  for (const piece of pieces) yield typeof piece === "string" ? Buffer.from(piece) : piece
}

describe("a file that is refused", () => {
  it.each<[string, () => Pieces, string]>([
    [
      "a picture",
      () => [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), randomBytes(MEGABYTE)],
      "a PNG picture",
    ],
    ["a PDF", () => ["%PDF-1.7\n", randomBytes(MEGABYTE)], "a PDF"],
    ["bytes of no meaning", () => [Buffer.alloc(3, 0xfe), randomBytes(MEGABYTE)], "not text"],
    ["an archive that unpacks to much more, named as CSV", zipBomb, "a ZIP archive"],
    ["CSV that is compressed", () => [gzipSync(`email\n${rows(1_000)}`)], "compressed by gzip"],
    ["a header of a million columns", () => ["email", ...repeated(",name", 5 * MEGABYTE)], "A row is longer than"],
    ["a header of columns without names", () => ["email", ",".repeat(500_000), "\n"], "A row has 500001 columns"],
    [
      "a row of 100 MB",
      () => ["email,note\n", rows(2_000), "a@example.com,", ...repeated("x", 100 * MEGABYTE)],
      "A row is longer than",
    ],
    [
      "a quotation mark that is not closed for 100 MB",
      () => ["email,note\n", rows(2_000), 'a@example.com,"', ...repeated("a@example.com,note\n", 100 * MEGABYTE)],
      "Perhaps a quotation mark is not closed",
    ],
    ["nothing in it", () => [], "The file is empty"],
    ["a header and no rows", () => ["email,action\r\n"], "no rows"],
    ["a header without even an end", () => ["email"], "no rows"],
    [
      "half a character of UTF-16 at its end",
      () => [encode(`email\n${rows(2_000)}`, "utf-16le", { addBOM: true }), Buffer.from([0x61])],
      "bytes that are no text",
    ],
    ["NUL bytes behind many rows", () => ["email\n", rows(5_000), "a\0"], "NUL bytes"],
  ])("has %s", async (_, content, message) => {
    const made = await content()
    const answer = await refused(formOf(bytes(made instanceof Uint8Array ? [made] : made)))
    expect(answer.message).toMatch(/^file: /)
    expect(answer.message).toContain(message)
    // What the store has not read may be on its way: the system holds some megabytes of it.
    expect(answer.sent).toBeLessThan(50 * MEGABYTE)
  })
})

describe("more than the limit of a file", () => {
  const row = `a@example.com,"${"x".repeat(100_000)}"\n`
  const TOO_LARGE = "file: The file is larger than 200 MB."

  it("is refused before it is read if the client says how much it is", async () => {
    const { message, sent } = await refused(formOf(bytes(repeated(row, 2 * GIGABYTE))), {
      "content-length": lengthOfForm(2 * GIGABYTE),
    })
    expect(message).toBe(TOO_LARGE)
    expect(sent).toBeLessThan(50 * MEGABYTE)
  })

  it("is refused at the limit if the client does not say how much it is", async () => {
    const { message, sent } = await refused(formOf(bytes(["email,note\n", ...repeated(row, 2 * GIGABYTE)])))
    expect(message).toBe(TOO_LARGE)
    expect(sent).toBeLessThan(300 * MEGABYTE)
    // 200 MB are read.
  }, 180_000)

  it.each<[string, () => Iterable<Uint8Array>]>([
    ["before the file", () => repeated("x", 2 * GIGABYTE)],
    ["behind the file", () => [...formOf([Buffer.from("email\na@example.com")])]],
  ])("is refused %s too", async (_, begin) => {
    const body = function* () {
      yield* begin()
      yield* repeated("x", 2 * GIGABYTE)
    }
    const { message, sent } = await refused(body())
    expect(message).toBe(TOO_LARGE)
    expect(sent).toBeLessThan(300 * MEGABYTE)
  })
})

describe("a client that leaves", () => {
  const begun = () => beginUpload(group).on("error", () => undefined)

  it("before the file begins, leaves nothing behind", async () => {
    const sending = begun()
    sending.write("--x\r\ncontent-dis")
    await new Promise((done) => sending.once("socket", (socket) => socket.once("connect", done)))
    sending.destroy()
  })

  it("in the middle of the file, leaves nothing behind", async () => {
    const sending = begun()
    const [head, content] = formOf([Buffer.from(`email\n${rows(5_000)}`)])
    sending.write(head)
    sending.write(content)
    await eventually(async () => expect((await left()).customer_group_import_row).toBeGreaterThan(1_000))
    sending.destroy()
  })

  it("while the file is checked, leaves nothing behind", async () => {
    await db.query("begin")
    await db.query("lock table customer in access exclusive mode")
    const sending = begun()
    for (const piece of formOf([Buffer.from(`email\n${rows(2_000)}`)])) sending.write(piece)
    sending.end()
    const isChecked = `select from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and relation = 'customer'::regclass and not granted`
    await eventually(async () => expect((await db.query(isChecked)).rowCount).toBeGreaterThan(0))
    sending.destroy()
    await db.query("commit")
  })
})
