import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { Modules } from "@medusajs/framework/utils"
import removeExpiredFiles from "../../src/jobs/customer-groups-files"
import type { ExportedMember, GroupExportFormat } from "../../src/types"
import { exportMembersWorkflow } from "../../src/workflows"
import { exportMembersStep } from "../../src/workflows/steps/export-members"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { aCustomer, aGroup, anAutomaticGroup, customersOf, insertRow } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Members for files, and what becomes of the files. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.FILE])
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const membersOf = async (group: { id: string }): Promise<ExportedMember[]> =>
  Readable.from(await app.groups.readMembers(group.id)).toArray()

/** The step alone: the whole workflow writes its file in the background. */
const exportWorkflow = createWorkflow(
  "test-export",
  (input: { group_id: string; format?: GroupExportFormat }) => new WorkflowResponse(exportMembersStep(input)),
)

describe("reading all members", () => {
  it("gives each living one once, in the order in which they joined, with the source", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app)
    await app.groups.evaluateGroup({ group_id: group.id })
    const [ben, gone] = await customersOf(app, 2)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben!.id] } })
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [gone!.id] } })
    await insertRow(app.db, group, ben!)
    await app.customers.softDeleteCustomers([gone!.id])
    expect(await membersOf(group)).toMatchObject([
      { id: anna.id, first_name: "Anna", source: "criteria", joined_at: expect.any(Date) },
      { id: ben!.id, email: ben!.email, source: "manual" },
    ])
  })

  it("reads on where a page ends, also among those who joined in one statement", async () => {
    await app.db.query(
      `insert into customer (id, email) select 'cus_' || lpad(n::text, 6, '0'), n || '@x.de' from generate_series(1, 12001) n`,
    )
    const group = await aGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { filter: {} } })
    const ids = (await membersOf(group)).map(({ id }) => id)
    expect(ids).toHaveLength(12_001)
    expect(new Set(ids).size).toBe(12_001)
  })

  it("finds no group that is not there", async () => {
    await expect(app.groups.readMembers("cusgroup_none")).rejects.toThrow("cusgroup_none not found")
  })
})

describe("a file of members", () => {
  const files = () => app.container.resolve(Modules.FILE)
  const isThere = (id: string) =>
    files()
      .getAsBuffer(id)
      .then(
        () => true,
        () => false,
      )

  it("is there for a day, and then removed", async () => {
    const group = await aGroup(app, { members: await customersOf(app, 2) })
    const { result } = await exportWorkflow(app.container).run({ input: { group_id: group.id } })
    expect(result.count).toBe(2)
    await removeExpiredFiles(app.container)
    expect(await isThere(result.id)).toBe(true)
    await app.db.query("update customer_group_file set expires_at = now() - interval '1 second'")
    await removeExpiredFiles(app.container)
    expect(await isThere(result.id)).toBe(false)
    expect(await app.groups.listExpiredFiles()).toEqual([])
  })

  it.each(["csv", "json", "xlsx"] as const)("leaves nothing behind when the disk is full (%s)", async (format) => {
    await app.db.query(
      "insert into customer (id, email) select 'cus_' || n, n || '@x.de' from generate_series(1, 20000) n",
    )
    const group = await aGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { filter: {} } })
    let begun = ""
    const upload = files().getUploadStream.bind(files())
    const full = jest.spyOn(files(), "getUploadStream").mockImplementation(async (file) => {
      const real = await upload(file)
      begun = real.fileKey
      // The kernel's own full disk.
      const writeStream = createWriteStream("/dev/full")
      const promise = once(writeStream, "finish").then(() => ({ key: real.fileKey, url: real.url }))
      await new Promise<void>((resolve) => real.writeStream.end(resolve))
      return { ...real, writeStream, promise }
    })
    const exported = exportWorkflow(app.container).run({ input: { group_id: group.id, format } })
    await expect(exported).rejects.toMatchObject({ message: expect.stringContaining("ENOSPC") })
    full.mockRestore()
    expect(await isThere(begun)).toBe(false)
    expect((await app.db.query("select from customer_group_file")).rowCount).toBe(0)
  })

  it("is not begun for a group that is not there", async () => {
    await expect(
      exportMembersWorkflow(app.container).run({ input: { group_id: "cusgroup_none" } }),
    ).rejects.toMatchObject({ message: expect.stringContaining("cusgroup_none") })
    expect((await app.db.query("select from customer_group_file")).rowCount).toBe(0)
  })
})
