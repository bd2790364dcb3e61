import { untilAborted } from "./until-aborted"

/** Work that fails when it is cancelled, as a statement does. */
const cancellable = () => {
  let fail = (_: Error) => undefined as void
  const work = new Promise<string>((_, reject) => (fail = reject))
  return { work: () => work, cancel: jest.fn(async () => fail(new Error("canceling statement due to user request"))) }
}

it("cancels what runs when nobody wants it any more, and says so instead of what it failed with", async () => {
  const left = new AbortController()
  const { work, cancel } = cancellable()
  const done = untilAborted(left.signal, cancel, work)
  left.abort(new Error("the client has left"))
  await expect(done).rejects.toThrow("the client has left")
  expect(cancel).toHaveBeenCalledTimes(1)
})

it("does not begin what nobody wants", async () => {
  const work = jest.fn()
  await expect(untilAborted(AbortSignal.abort(), jest.fn(), work)).rejects.toThrow("aborted")
  expect(work).not.toHaveBeenCalled()
})

it("cancels nothing that has ended", async () => {
  const left = new AbortController()
  const cancel = jest.fn()
  expect(await untilAborted(left.signal, cancel, async () => "result")).toBe("result")
  left.abort()
  expect(cancel).not.toHaveBeenCalled()
})

it("passes on what work fails with by itself", async () => {
  const failing = () => Promise.reject(new Error("broken"))
  await expect(untilAborted(new AbortController().signal, jest.fn(), failing)).rejects.toThrow("broken")
})
