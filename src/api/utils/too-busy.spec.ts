import type { MedusaResponse } from "@medusajs/framework/http"
import { TooBusyError } from "../../modules/customer-groups/worker/heavy-queries"
import { orTooBusy } from "./too-busy"

const response = () => {
  const res = { status: jest.fn(), set: jest.fn(), json: jest.fn() }
  for (const method of Object.values(res)) method.mockReturnValue(res)
  return res
}

const answerOf = async (handle: () => Promise<void>) => {
  const res = response()
  await orTooBusy(handle)({}, res as unknown as MedusaResponse<unknown>)
  return res
}

it("answers 429, and when to try again", async () => {
  const res = await answerOf(() => Promise.reject(new TooBusyError(5)))
  expect(res.status).toHaveBeenCalledWith(429)
  expect(res.set).toHaveBeenCalledWith("Retry-After", "5")
  expect(res.json).toHaveBeenCalledWith({ type: "too_many_requests", message: expect.stringContaining("5 seconds") })
})

it("leaves other errors to Medusa", async () => {
  await expect(answerOf(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
})
