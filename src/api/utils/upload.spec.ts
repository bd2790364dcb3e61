import { once } from "node:events"
import { createServer, type IncomingMessage, request, type RequestListener, type ServerOptions } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer, text } from "node:stream/consumers"
import { setImmediate as nextRound } from "node:timers/promises"
import { withUploadedFile } from "./upload"

/** A client that has begun to send a file to a server. */
const beginUpload = async (options: ServerOptions, listener: RequestListener) => {
  const server = createServer(options, listener).listen(0, "127.0.0.1")
  await once(server, "listening")
  const sending = request({
    port: (server.address() as AddressInfo).port,
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  })
  sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail\r\n')
  const end = () => {
    sending.destroy()
    server.close()
  }
  return { sending, end }
}

/** What becomes of the upload of a client that stops sending, on a server that waits as long as this. */
const stalled = async (requestTimeout: number): Promise<{ outcome: string; status?: number }> => {
  let tell!: (outcome: string) => void
  const outcome = new Promise<string>((done) => (tell = done))
  const { sending, end } = await beginUpload({ requestTimeout, connectionsCheckingInterval: 20 }, (req, res) => {
    const all = withUploadedFile(req, res, { field: "file", maxBytes: 1_000 }, ({ bytes }) => buffer(bytes))
    all.then(
      (bytes) => tell(`read ${bytes.length} bytes`),
      (error: Error) => tell(error.message),
    )
  })
  const status = new Promise<number | undefined>((done) => {
    sending.on("response", (response) => done(response.statusCode)).on("error", () => done(undefined))
  })
  try {
    return { outcome: await outcome, status: await status }
  } finally {
    end()
  }
}

it("fails when the server ends a request that is no longer sent, so that what was begun with it can be given up", async () => {
  expect(await stalled(200)).toEqual({ outcome: "file: The form is broken: The client has left.", status: 408 })
})

it("reads no more of a file that is refused until that has been said, and then throws the rest away", async () => {
  const bytes = 50 * 1_024 * 1_024
  const { sending, end } = await beginUpload({}, async (req, res) => {
    const refuse = () => Promise.reject(new Error("The file is bad."))
    await withUploadedFile(req, res, { field: "file", maxBytes: bytes * 2 }, refuse).catch(() => undefined)
    const before = req.socket.bytesRead
    for (let round = 0; round < 1_000; round++) await nextRound()
    res.writeHead(400).end(`${req.socket.bytesRead - before} more bytes`)
  })
  const sent = new Promise<void>((done) => sending.end(Buffer.alloc(bytes), done))
  try {
    const [response] = (await once(sending, "response")) as [IncomingMessage]
    expect(await text(response)).toBe("0 more bytes")
    await sent
  } finally {
    end()
  }
})
