import type { MedusaResponse } from "@medusajs/framework/http"

interface TooBusy {
  type: string
  message: string
  statusCode: 429
  /** Seconds. */
  retryAfter: number
}

const isTooBusy = (error: unknown): error is TooBusy => (error as Partial<TooBusy> | null)?.statusCode === 429

/** A route that answers 429, and when to try again, while too much is going on already. */
export const orTooBusy =
  <Request, Body>(handle: (req: Request, res: MedusaResponse<Body>) => Promise<void>) =>
  async (req: Request, res: MedusaResponse<Body>): Promise<void> => {
    try {
      await handle(req, res)
    } catch (error) {
      if (!isTooBusy(error)) throw error
      const { type, message, retryAfter } = error
      res.status(429).set("Retry-After", String(retryAfter))
      ;(res as MedusaResponse).json({ type, message })
    }
  }
