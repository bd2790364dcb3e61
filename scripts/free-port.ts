import net from "node:net"

/** Whether nobody listens on `port` of `host`. */
export const isPortFree = (port: number, host = "127.0.0.1"): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once("error", () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })

/**
 * A port nobody listens on.
 *
 * @param preferred taken when it is free, so that addresses stay the same from start to start
 */
export const freePort = async (preferred?: number, host = "127.0.0.1"): Promise<number> => {
  if (preferred && (await isPortFree(preferred, host))) return preferred

  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once("error", reject)
    probe.listen({ port: 0, host }, () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
