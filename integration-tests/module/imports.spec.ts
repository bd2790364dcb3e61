import { Readable } from "node:stream"
import { readRows, writeCsv } from "../../src/files"
import { GROUP_EXPORT_COLUMNS, type ExportedMember, type GroupImportDTO, type UnknownCustomers } from "../../src/types"
import { importMembersWorkflow } from "../../src/workflows"
import { eventually } from "../helpers/eventually"
import { aCustomer, aGroup, anEvaluatedGroup, customersOf, sourcesOf } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Files that are read in, checked and applied. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

type Group = { id: string }
const NOTHING = {
  add: 0,
  remove: 0,
  exclude: 0,
  already: 0,
  duplicates: 0,
  skipped: 0,
  problems: 0,
  guests: 0,
  both: 0,
}

/** Reads a file in that has these lines below its header. */
const staged = (
  group: Group,
  lines: string[],
  { header = "email,id,action,reason,until", unknown }: { header?: string; unknown?: UnknownCustomers } = {},
): Promise<GroupImportDTO> => {
  const text = [header, ...lines].join("\n")
  return app.groups.stageImport(
    { group_id: group.id, file_name: "customers.csv", unknown },
    readRows(Readable.from([Buffer.from(text)])),
  )
}

const problemsOf = async ({ id }: GroupImportDTO) =>
  (await app.groups.listImportProblems(id)).problems.map(({ line, problem }) => ({ line, problem }))

const codesOf = async ({ id }: GroupImportDTO) =>
  (await app.groups.listImportProblems(id)).problems.map(({ line, code, values }) => [line, code, values])

const apply = async ({ id }: GroupImportDTO, skip_problems?: boolean) => {
  const { result } = await importMembersWorkflow(app.container).run({ input: { import_id: id, skip_problems } })
  return result
}

const membersOf = async (group: Group) => Object.keys(await sourcesOf(app, group)).sort()

const exclusionsOf = async (group: Group) => {
  const { exclusions } = await app.groups.listExclusions(group.id)
  return exclusions.map(({ customer_id, reason, until }) => ({ customer_id, reason, until }))
}

const rowsLeft = async () =>
  Number((await app.db.query("select count(*) from customer_group_import_row")).rows[0].count)

const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)

describe("checking a file", () => {
  it("finds customers by id and by e-mail address, whatever its case, and changes nothing", async () => {
    const anna = await aCustomer(app, { email: "anna@example.com" })
    const ben = await aCustomer(app, { email: "Ben@Example.com" })
    const group = await aGroup(app)
    const checked = await staged(group, ["ANNA@example.com,,,,", "ben@example.com,,,,"])
    expect(checked).toMatchObject({
      id: expect.stringMatching(/^cgimp_/),
      group_id: group.id,
      file_name: "customers.csv",
      unknown: "refuse",
      status: "checked",
      operation_id: null,
      counts: { ...NOTHING, rows: 2, add: 2 },
    })
    expect(await staged(group, [`,${anna.id},,,`, `,${ben.id},add,,`])).toMatchObject({ counts: { rows: 2, add: 2 } })
    expect(await membersOf(group)).toEqual([])
  })

  it("counts members by hand who are added, and those who are removed and are none, as no change", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [anna!] })
    const checked = await staged(group, [`${anna!.email},,add,,`, `${ben!.email},,remove,,`])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 2, already: 2 })
  })

  it("adds a member by criteria by hand", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anEvaluatedGroup(app)
    const checked = await staged(group, [`${anna.email},,add,,`])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 1, add: 1 })
    expect(await apply(checked)).toMatchObject({ joined: 0, left: 0 })
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "manual" })
  })

  it("prefers an account to a guest with the same e-mail address, and counts both", async () => {
    await aCustomer(app, { email: "anna@example.com" })
    const account = await aCustomer(app, { email: "anna@example.com", has_account: true })
    const group = await aGroup(app)
    const checked = await staged(group, ["anna@example.com,,,,"])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 1, add: 1, both: 1 })
    await apply(checked)
    expect(await membersOf(group)).toEqual([account.id])
  })

  it("makes a problem of an id that has another e-mail address, or is unknown", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app)
    const checked = await staged(group, [`${ben!.email},${anna!.id},,,`, `,cus_none,,,`])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 2, problems: 2 })
    expect(await problemsOf(checked)).toEqual([
      {
        line: 2,
        problem: `The customer with the id "${anna!.id}" does not have the e-mail address "${ben!.email}".`,
      },
      { line: 3, problem: 'There is no customer with the id "cus_none".' },
    ])
  })

  it("finds no deleted customer", async () => {
    const anna = await aCustomer(app)
    await app.customers.softDeleteCustomers([anna.id])
    expect((await staged(await aGroup(app), [`${anna.email},,,,`, `,${anna.id},,,`])).counts.problems).toBe(2)
  })

  it.each<[UnknownCustomers, Partial<GroupImportDTO["counts"]>]>([
    ["refuse", { problems: 3 }],
    ["skip", { skipped: 3 }],
    ["create_guests", { add: 1, guests: 1, problems: 2 }],
  ])("deals with unknown customers as it is told: %s", async (unknown, counts) => {
    const checked = await staged(
      await aGroup(app),
      ["new@example.com,,,,", "old@example.com,,remove,,", ",cus_none,,,"],
      {
        unknown,
      },
    )
    expect(checked.counts).toEqual({ ...NOTHING, rows: 3, ...counts })
  })

  it("counts a customer who comes again as a duplicate, by whatever they are named", async () => {
    const anna = await aCustomer(app, { email: "anna@example.com" })
    const lines = ["anna@example.com,,,,", `,${anna.id},,,`, "ANNA@EXAMPLE.COM,,add,,"]
    expect((await staged(await aGroup(app), lines)).counts).toEqual({ ...NOTHING, rows: 3, add: 1, duplicates: 2 })
  })

  it("makes a problem of a later line that says something else of the same customer", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await anEvaluatedGroup(app)
    const checked = await staged(group, [
      `${anna!.email},,add,,`,
      `${anna!.email},,remove,,`,
      `${ben!.email},,exclude,Moved,`,
      `${ben!.email},,exclude,Rude,`,
    ])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 4, add: 1, exclude: 1, problems: 2 })
    expect(await problemsOf(checked)).toEqual([
      { line: 3, problem: 'Line 2 says "add" of the same customer, this one "remove".' },
      { line: 5, problem: "Line 4 gives another reason or end for the same customer." },
    ])
  })

  it("makes a problem of excluding from a group without criteria", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const lines = [`${anna!.email},,exclude,,`, `${ben!.email},,remove,Moved,`]
    expect(await problemsOf(await staged(await aGroup(app), lines))).toEqual([
      { line: 2, problem: expect.stringContaining("remove customers instead") },
      { line: 3, problem: expect.stringContaining("stays out of it for a reason") },
    ])
  })

  it("makes a problem of an end in the past, and of a reason to add", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const lines = [`${anna!.email},,exclude,,2020-01-01`, `${ben!.email},,add,Nice,`]
    expect(await problemsOf(await staged(await anEvaluatedGroup(app), lines))).toEqual([
      { line: 2, problem: expect.stringContaining("in the past") },
      { line: 3, problem: expect.stringContaining("not with add") },
    ])
  })

  it("says each problem as a code too, with what its sentence names", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const header = "email,id,action,reason,until"
    const manual = await staged(
      await aGroup(app),
      [
        ",,,,",
        "nobody,,,,",
        `${anna!.email},,,,`,
        `${anna!.email},,remove,,`,
        "x@example.com,,,,",
        ",cus_none,,,",
        `${ben!.email},${anna!.id},,,`,
        `${ben!.email},,exclude,,`,
        `${ben!.email},,remove,Moved,`,
      ],
      { header },
    )
    expect(await codesOf(manual)).toEqual([
      [2, "no_email_or_id", {}],
      [3, "not_an_email", { email: "nobody" }],
      [5, "other_action", { line: 4, first: "add", action: "remove" }],
      [6, "unknown_email", { email: "x@example.com" }],
      [7, "unknown_id", { id: "cus_none" }],
      [8, "other_email", { id: anna!.id, email: ben!.email }],
      [9, "exclude_without_criteria", {}],
      [10, "reason_without_criteria", {}],
    ])
    const automatic = await staged(await anEvaluatedGroup(app), [
      `${anna!.email},,exclude,,2020-01-01`,
      `${anna!.email},,add,Nice,`,
      `${ben!.email},,exclude,Moved,`,
      `${ben!.email},,exclude,Rude,`,
    ])
    expect(await codesOf(automatic)).toEqual([
      [2, "end_in_past", {}],
      [3, "reason_to_add", {}],
      [5, "other_reason", { line: 4 }],
    ])
  })

  it("keeps the sentence of a reader that gives no code", async () => {
    async function* rows() {
      yield { rows: [], problems: [{ line: 7, problem: "The row is torn." }] }
    }
    const { id } = await app.groups.stageImport({ group_id: (await aGroup(app)).id, file_name: "x.csv" }, rows())
    expect((await app.groups.listImportProblems(id)).problems).toEqual([
      { line: 7, email: null, id: null, action: null, problem: "The row is torn.", code: null, values: {} },
    ])
  })

  it("keeps the rows that could not be read among the problems, in the order of the file", async () => {
    const anna = await aCustomer(app)
    const checked = await staged(await aGroup(app), ["nobody,,,,", `${anna.email},,,,`, "x@example.com,,,,"])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 3, add: 1, problems: 2 })
    expect((await problemsOf(checked)).map(({ line }) => line)).toEqual([2, 4])
  })

  it("knows who is excluded already in the same way", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await anEvaluatedGroup(app)
    await app.groups.excludeCustomers({ group_id: group.id, ids: [anna!.id, ben!.id], reason: "Moved" })
    const checked = await staged(group, [`${anna!.email},,exclude,Moved,`, `${ben!.email},,exclude,Rude,`])
    expect(checked.counts).toEqual({ ...NOTHING, rows: 2, already: 1, exclude: 1 })
  })

  it("keeps nothing of a file that is refused half way", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const lines = [...Array.from({ length: 1_500 }, (_, n) => `${n}-${anna.email},,,,`), '"open']
    await expect(staged(group, lines)).rejects.toMatchObject({ reason: "unclosed_quote" })
    expect(await rowsLeft()).toBe(0)
    expect((await app.db.query("select from customer_group_import")).rowCount).toBe(0)
  })

  it("finds no group that is not there, and takes no file without a name", async () => {
    await expect(staged({ id: "cusgroup_none" }, [])).rejects.toThrow("cusgroup_none not found")
    await expect(
      app.groups.stageImport({ group_id: (await aGroup(app)).id, file_name: " " }, readRows(Readable.from([]))),
    ).rejects.toThrow("file_name: ")
  })
})

describe("applying an import", () => {
  it("adds and removes as one operation that says what the file was", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [ben!] })
    const operation = await apply(await staged(group, [`${anna!.email},,add,,`, `${ben!.email},,remove,,`]))
    expect(operation).toMatchObject({
      type: "import",
      status: "succeeded",
      reason: "import",
      joined: 1,
      left: 1,
      can_undo: true,
      details: { file_name: "customers.csv", rows: 2, add: 1, remove: 1 },
    })
    expect(await membersOf(group)).toEqual([anna!.id])
  })

  it("keeps out of an automatic group whom it excludes and removes, each for their own reason", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const other = await aCustomer(app, { first_name: "Anna" })
    const ben = await aCustomer(app)
    const group = await anEvaluatedGroup(app)
    const until = inAYear()
    await apply(
      await staged(group, [
        `${anna.email},,remove,Moved,${until}`,
        `${other.email},,exclude,Rude,`,
        `${ben.email},,exclude,,`,
      ]),
    )
    expect(await membersOf(group)).toEqual([])
    const exclusions = await exclusionsOf(group)
    expect(exclusions).toHaveLength(3)
    expect(exclusions).toEqual(
      expect.arrayContaining([
        { customer_id: anna.id, reason: "Moved", until: new Date(until) },
        { customer_id: other.id, reason: "Rude", until: null },
        { customer_id: ben.id, reason: null, until: null },
      ]),
    )
  })

  it("lifts the exclusion of who is added", async () => {
    const anna = await aCustomer(app)
    const group = await anEvaluatedGroup(app)
    await app.groups.excludeCustomers({ group_id: group.id, ids: [anna.id] })
    await apply(await staged(group, [`${anna.email},,add,,`]))
    expect(await membersOf(group)).toEqual([anna.id])
    expect(await exclusionsOf(group)).toEqual([])
  })

  it("leaves rows with problems out only if it is told to", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const checked = await staged(group, [`${anna.email},,,,`, "nobody@example.com,,,,"])
    await expect(apply(checked)).rejects.toMatchObject({
      message: expect.stringMatching(/^skip_problems: 1 of 2 rows have problems/),
    })
    expect(await membersOf(group)).toEqual([])
    expect(await apply(checked, true)).toMatchObject({ joined: 1 })
  })

  it("is not done twice", async () => {
    const anna = await aCustomer(app)
    const checked = await staged(await aGroup(app), [`${anna.email},,,,`])
    const { id } = await apply(checked)
    await expect(apply(checked)).rejects.toMatchObject({ message: "The import is applied already." })
    expect(await app.groups.retrieveImport(checked.id)).toMatchObject({ status: "applied", operation_id: id })
  })

  it("is not done twice by two at the same time", async () => {
    const group = await aGroup(app)
    const checked = await staged(group, ["a@example.com,,,,", "b@example.com,,,,"], { unknown: "create_guests" })
    const outcomes = await Promise.allSettled([apply(checked), apply(checked)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await membersOf(group)).toHaveLength(2)
  })

  it("leaves out who was deleted since the check", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app)
    const checked = await staged(group, [`${anna!.email},,,,`, `${ben!.email},,,,`])
    await app.customers.softDeleteCustomers([anna!.id])
    expect(await apply(checked)).toMatchObject({ joined: 1, details: { gone: 1 } })
    expect(await membersOf(group)).toEqual([ben!.id])
  })

  it("excludes nobody from a group that has lost its criteria since the check", async () => {
    const anna = await aCustomer(app)
    const group = await anEvaluatedGroup(app)
    const checked = await staged(group, [`${anna.email},,exclude,,`])
    await app.groups.removeCriteria({ group_id: group.id, members: "keep" })
    await expect(apply(checked)).rejects.toMatchObject({ message: expect.stringContaining("no criteria any more") })
    expect(await exclusionsOf(group)).toEqual([])
  })

  it("finds no import of another group, and none whose day is over", async () => {
    const anna = await aCustomer(app)
    const checked = await staged(await aGroup(app), [`${anna.email},,,,`])
    await expect(app.groups.applyImport({ import_id: checked.id, group_id: "cusgroup_other" })).rejects.toThrow(
      "was not found",
    )
    await app.db.query("update customer_group_import set expires_at = now() - interval '1 second'")
    await expect(apply(checked)).rejects.toMatchObject({ message: expect.stringContaining("was not found") })
  })
})

describe("customers that an import makes", () => {
  const guests = async () =>
    (await app.db.query("select email, has_account from customer where deleted_at is null order by email")).rows

  it("are guests, one for each e-mail address, in small letters", async () => {
    const group = await aGroup(app)
    const checked = await staged(group, ["New@Example.com,,,,", "new@example.com,,,,", "two@example.com,,,,"], {
      unknown: "create_guests",
    })
    expect(checked.counts).toEqual({ ...NOTHING, rows: 3, add: 2, guests: 2, duplicates: 1 })
    expect(await apply(checked)).toMatchObject({ joined: 2, details: { guests: 2 } })
    expect(await guests()).toEqual([
      { email: "new@example.com", has_account: false },
      { email: "two@example.com", has_account: false },
    ])
    expect(await membersOf(group)).toHaveLength(2)
  })

  it("are more than are made at once", async () => {
    const group = await aGroup(app)
    const lines = Array.from({ length: 1_201 }, (_, n) => `${n}@example.com,,,,`)
    expect(await apply(await staged(group, lines, { unknown: "create_guests" }))).toMatchObject({ joined: 1_201 })
  })

  it("are not made where somebody has the e-mail address by now", async () => {
    const group = await aGroup(app)
    const checked = await staged(group, ["new@example.com,,,,"], { unknown: "create_guests" })
    const anna = await aCustomer(app, { email: "new@example.com" })
    await apply(checked)
    expect(await membersOf(group)).toEqual([anna.id])
    expect(await guests()).toHaveLength(1)
  })

  it("are gone again if the import fails, which can then be applied again", async () => {
    const group = await aGroup(app)
    const checked = await staged(group, ["new@example.com,,,,"], { unknown: "create_guests" })
    const failing = jest.spyOn(app.groups, "applyImport").mockRejectedValueOnce(new Error("It broke."))
    await expect(apply(checked)).rejects.toMatchObject({ message: "It broke." })
    failing.mockRestore()
    expect(await guests()).toEqual([])
    expect(await apply(checked)).toMatchObject({ joined: 1 })
  })

  it("stay when the import is undone", async () => {
    const group = await aGroup(app)
    const { id } = await apply(await staged(group, ["new@example.com,,,,"], { unknown: "create_guests" }))
    await app.groups.undoOperation({ operation_id: id })
    expect(await membersOf(group)).toEqual([])
    expect(await guests()).toHaveLength(1)
  })
})

describe("undoing an import", () => {
  it("brings members and exclusions back as they were", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const [ben, carla] = await customersOf(app, 2)
    const group = await anEvaluatedGroup(app)
    await app.groups.excludeCustomers({ group_id: group.id, ids: [ben!.id], reason: "Before" })
    const { id } = await apply(
      await staged(group, [`${anna.email},,exclude,Rude,`, `${ben!.email},,add,,`, `${carla!.email},,exclude,,`]),
    )
    expect(await membersOf(group)).toEqual([ben!.id])
    const { operation } = await app.groups.undoOperation({ operation_id: id })
    expect(operation).toMatchObject({ type: "undo", joined: 1, left: 1 })
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
    expect(await exclusionsOf(group)).toEqual([{ customer_id: ben!.id, reason: "Before", until: null }])
  })
})

describe("a file that was exported", () => {
  const importedAgain = async (group: Group, names: readonly (keyof ExportedMember)[]) => {
    const columns = names.map((name) => ({ name, value: (member: ExportedMember) => member[name] }))
    const file = writeCsv(await app.groups.readMembers(group.id), columns)
    return (await app.groups.stageImport({ group_id: group.id, file_name: "export.csv" }, readRows(file))).counts
  }
  const groupOf = async (emails: string[]) =>
    aGroup(app, { members: await app.customers.createCustomers(emails.map((email) => ({ email }))) })

  it("changes nothing when it is imported, whatever the shop has for e-mail addresses", async () => {
    const group = await groupOf([
      "=1+1@example.com",
      "+49@example.com",
      "-x@example.com",
      "@example.com",
      "'n@example.com",
    ])
    expect(await importedAgain(group, GROUP_EXPORT_COLUMNS)).toEqual({ ...NOTHING, rows: 5, already: 5 })
  })

  it("changes nothing either if it has no ids", async () => {
    const group = await groupOf(["+49@example.com", "-x@example.com", "'n@example.com", "Anna@Example.com"])
    expect(await importedAgain(group, ["email", "first_name"])).toEqual({ ...NOTHING, rows: 4, already: 4 })
  })
})

describe("what is left of imports", () => {
  it("goes away after a day", async () => {
    const anna = await aCustomer(app)
    await staged(await aGroup(app), [`${anna.email},,,,`])
    expect(await app.groups.purgeImport()).toBe(0)
    await app.db.query("update customer_group_import set expires_at = now() - interval '1 second'")
    expect(await app.groups.purgeImport()).toBe(1)
    expect(await app.groups.purgeImport()).toBe(0)
    expect(await rowsLeft()).toBe(0)
  })

  /** A file of which 1,000 rows are read in, and then none for as long as is wanted. */
  const halfRead = async () => {
    let goOn!: () => void
    const wanted = new Promise<void>((resolve) => (goOn = resolve))
    async function* file() {
      yield Buffer.from(`email\n${Array.from({ length: 1_500 }, (_, n) => `${n}@example.com\n`).join("")}`)
      await wanted
      yield Buffer.from("last@example.com\n")
    }
    const reading = app.groups.stageImport(
      { group_id: (await aGroup(app)).id, file_name: "customers.csv" },
      readRows(file()),
    )
    await eventually(async () => expect(await rowsLeft()).toBe(1_000))
    return { reading, goOn }
  }
  const timePasses = (minutes: number) =>
    app.db.query("update customer_group_import set expires_at = expires_at - make_interval(mins => $1)", [minutes])

  it("goes away an hour after the last row of a file whose reader has died, not before", async () => {
    const { reading, goOn } = await halfRead()
    await timePasses(59)
    expect(await app.groups.purgeImport()).toBe(0)
    await timePasses(1)
    expect(await app.groups.purgeImport()).toBe(1)
    expect(await rowsLeft()).toBe(0)

    // Its reader was alive after all.
    goOn()
    await expect(reading).rejects.toThrow("sent too slowly")
    expect(await rowsLeft()).toBe(0)
  })
})
