import type { Context, IEventBusModuleService } from "@medusajs/framework/types"
import type { UntoldChangesRepository } from "../repositories/untold-changes"
import { messagesOf } from "./messages"
import type { Telling } from "./plan"
import { publish } from "./publish"

/** What was told in one go. */
export interface Told {
  changes: number
  events: number
  dropped: number
}

/**
 * Tells changes through the event bus and takes them from the list, within the caller's transaction: should it not be
 * committed, they are told again.
 *
 * @throws the bus did not take the events in time
 */
export const tellChanges = async (
  { untoldChangesRepository: untold }: { untoldChangesRepository: UntoldChangesRepository },
  bus: Pick<IEventBusModuleService, "emit">,
  { told, dropped }: Telling,
  timeLimitMs: number,
  context: Context,
): Promise<Told> => {
  if (!(await untold.tryLock(context))) return { changes: 0, events: 0, dropped: 0 }
  const ids = (changes: Telling["told"]) => changes.map(({ outbox_id }) => outbox_id)
  const moves = await untold.listMoves(ids(told.filter(({ tellsCustomers }) => tellsCustomers)), context)
  // Another process may have told some of them since they were planned.
  const taken = new Set(await untold.take([...ids(told), ...dropped], context))
  const still = told.filter(({ outbox_id }) => taken.has(outbox_id))
  const messages = messagesOf(still, moves)
  await publish(bus, messages, timeLimitMs)
  return { changes: still.length, events: messages.length, dropped: taken.size - still.length }
}
