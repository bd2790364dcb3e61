import fs from "node:fs"
import net from "node:net"
import path from "node:path"
import { readSettings } from "../../scripts/dev/settings"
import { folders } from "../../scripts/paths"
import { createDatabase, databaseExists, startPostgres } from "../../scripts/postgres"

describe("the embedded PostgreSQL", () => {
  const dataDir = path.join(folders.data, `recovery-${process.pid}`)
  afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  it("starts again by itself after kill -9, with what it held", async () => {
    const first = await startPostgres({ dataDir })
    await createDatabase(first, "kept")
    const pid = Number(fs.readFileSync(path.join(dataDir, "cluster", "postmaster.pid"), "utf8").split("\n")[0])
    process.kill(pid, "SIGKILL")

    const second = await startPostgres({ dataDir })
    try {
      expect(second.wasRunning).toBe(false)
      expect(await databaseExists(second, "kept")).toBe(true)
    } finally {
      await second.stop()
    }
  })

  it("is joined when it runs already", async () => {
    const first = await startPostgres({ dataDir })
    const second = await startPostgres({ dataDir })
    try {
      expect(second).toMatchObject({ wasRunning: true, port: first.port })
    } finally {
      await second.stop()
    }
  })
})

describe("a taken port", () => {
  const blocker = net.createServer()
  let port: number
  beforeAll(async () => {
    await new Promise<void>((resolve) => blocker.listen({ port: 0, host: "127.0.0.1" }, resolve))
    port = (blocker.address() as net.AddressInfo).port
  })
  afterAll(() => blocker.close())

  it("that was asked for is said, before anything is started", async () => {
    await expect(readSettings({ PORT: String(port) }, [])).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken.`)
  })

  it("that is no port is said", async () => {
    await expect(readSettings({ PORT: "many" }, [])).rejects.toThrow('PORT is "many"')
  })
})
