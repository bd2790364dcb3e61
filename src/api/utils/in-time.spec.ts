import { inTime } from "./in-time"

const NO_PATIENCE = 1

it("answers what is done in time", async () => {
  expect(await inTime(Promise.resolve("done"), jest.fn())).toBe("done")
})

it("fails as the work does", async () => {
  await expect(inTime(Promise.reject(new Error("broken")), jest.fn())).rejects.toThrow("broken")
})

it("waits no longer than a request should, and tells when the work fails later", async () => {
  const onFailure = jest.fn()
  let fail = (_error: Error) => undefined as void
  const work = new Promise<string>((_, reject) => (fail = reject))
  expect(await inTime(work, onFailure, NO_PATIENCE)).toBeUndefined()

  fail(new Error("broken"))
  await expect(work).rejects.toThrow()
  await new Promise((resolve) => setImmediate(resolve))
  expect(onFailure).toHaveBeenCalledWith(new Error("broken"))
})
