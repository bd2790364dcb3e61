import type { Message } from "@medusajs/framework/types"
import { CustomerGroupsEvents, type CustomerMovedEvent, type MembersChangedEvent } from "../../../types/events"
import type { ToldChange } from "./plan"

/** One customer who joined or left by a change. */
export interface CustomerMove {
  id: string
  outbox_id: string
  customer_id: string
  change: "joined" | "left"
}

/** Medusa's Redis bus drops a job that is queued already under the same id; other buses do not look at it. */
const once = <Data>(name: string, id: string, data: Data): Message<Data> => ({
  name,
  data,
  options: { jobId: `${name}-${id}` },
})

/** The events that tell these changes, in their order: the change as a whole, then each customer. */
export const messagesOf = (
  changes: ToldChange[],
  moves: CustomerMove[],
): Message<MembersChangedEvent | CustomerMovedEvent>[] => {
  const movesOf = new Map<string, CustomerMove[]>()
  for (const move of moves) {
    const those = movesOf.get(move.outbox_id)
    if (those) those.push(move)
    else movesOf.set(move.outbox_id, [move])
  }
  return changes.flatMap(({ outbox_id: id, group_id, operation_id, reason, joined, left, tellsCustomers }) => [
    once<MembersChangedEvent | CustomerMovedEvent>(CustomerGroupsEvents.MEMBERS_CHANGED, id, {
      id,
      group_id,
      operation_id,
      reason,
      joined,
      left,
      customers_told: tellsCustomers,
    }),
    ...(movesOf.get(id) ?? []).map(({ id: change_id, customer_id, change }) =>
      once<MembersChangedEvent | CustomerMovedEvent>(
        change === "joined" ? CustomerGroupsEvents.CUSTOMER_JOINED : CustomerGroupsEvents.CUSTOMER_LEFT,
        change_id,
        { change_id, group_id, customer_id, operation_id, reason },
      ),
    ),
  ])
}
