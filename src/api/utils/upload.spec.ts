import { createServer, request, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { withUploadedFile } from "./upload"

/** What becomes of the upload of a client that stops sending, on a server that waits as long as this. */
const stalled = async (requestTimeout: number): Promise<{ outcome: string; status?: number }> => {
  let server!: Server
  const outcome = new Promise<string>((done) => {
    server = createServer({ requestTimeout, connectionsCheckingInterval: 20 }, (req) => {
      const all = withUploadedFile(req, { field: "file", maxBytes: 1_000 }, ({ bytes }) => buffer(bytes))
      all.then(
        (bytes) => done(`read ${bytes.length} bytes`),
        (error: Error) => done(error.message),
      )
    })
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const sending = request({
    port: (server.address() as AddressInfo).port,
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  })
  const status = new Promise<number | undefined>((done) => {
    sending.on("response", (response) => done(response.statusCode)).on("error", () => done(undefined))
  })
  sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail\r\n')
  try {
    return { outcome: await outcome, status: await status }
  } finally {
    sending.destroy()
    server.close()
  }
}

it("fails when the server ends a request that is no longer sent, so that what was begun with it can be given up", async () => {
  expect(await stalled(200)).toEqual({ outcome: "file: The form is broken: The client has left.", status: 408 })
})
