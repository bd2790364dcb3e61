import { StatisticsBuilder } from "./statistics-builder"

const NO_PAUSE = 0

it("builds again after a failure, until the statistics are ready", async () => {
  const onError = jest.fn()
  const build = jest.fn().mockRejectedValueOnce(new Error("no connection")).mockResolvedValueOnce(false)
  const isReady = new Promise<void>((resolve) =>
    build.mockImplementationOnce(async () => {
      resolve()
      return true
    }),
  )
  const builder = new StatisticsBuilder(build, onError, NO_PAUSE)
  builder.start()
  await isReady
  await builder.stop()
  expect(onError).toHaveBeenCalledWith(new Error("no connection"))
  expect(build).toHaveBeenCalledTimes(3)
})

it("tells the step at hand to end when it is stopped, and waits for it", async () => {
  const steps: string[] = []
  const builder = new StatisticsBuilder(async (signal) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve))
    steps.push("ended")
    return false
  }, jest.fn())
  builder.start()
  await builder.stop()
  expect(steps).toEqual(["ended"])
})
