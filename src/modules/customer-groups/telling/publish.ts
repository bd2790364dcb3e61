import { setImmediate } from "node:timers/promises"
import type { IEventBusModuleService, Message } from "@medusajs/framework/types"

/** As many events go to the bus at once; the next ones when it has taken these. */
const EVENTS_AT_ONCE = 500

/**
 * Hands events to the bus, in order and not all at once.
 *
 * @param timeLimitMs for each handing over: on a Redis that is gone it would never end
 * @throws the bus did not take them in time, or refused them
 */
export const publish = async (
  bus: Pick<IEventBusModuleService, "emit">,
  messages: Message<unknown>[],
  timeLimitMs: number,
): Promise<void> => {
  for (let from = 0; from < messages.length; from += EVENTS_AT_ONCE) {
    await within(timeLimitMs, bus.emit(messages.slice(from, from + EVENTS_AT_ONCE), {}))
    // The local bus runs subscribers in this process: they get their turn.
    await setImmediate()
  }
}

const within = async (timeLimitMs: number, emitted: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The event bus took no events within ${timeLimitMs} ms.`)), timeLimitMs)
  })
  // Should it fail after the limit, nobody waits for it any more.
  emitted.catch(() => undefined)
  try {
    await Promise.race([emitted, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
