import type { MedusaResponse } from "@medusajs/framework/http"

/**
 * Does work for a client that may leave before it is answered: then the signal is aborted, and what the work fails with
 * is nobody's business any more.
 */
export async function whileConnected<Body>(
  res: MedusaResponse<Body>,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const left = new AbortController()
  const onClose = () => left.abort()
  res.once("close", onClose)
  if (res.closed) onClose()
  try {
    await work(left.signal)
  } catch (error) {
    if (!left.signal.aborted) throw error
  } finally {
    res.off("close", onClose)
  }
}
