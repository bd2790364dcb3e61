import type { SubscriberArgs } from "@medusajs/framework"
import { CUSTOMER_GROUPS } from "../modules/customer-groups"
import type { ChangedData, MarkSource } from "../modules/customer-groups/repositories/pending-customers"

type Data = { id?: string | string[]; order_id?: string }

/** The rows that an event is about: those of Medusa's modules name the row, some of its workflows the order. */
const idsOf = (data: Data | Data[]): string[] => [data].flat().flatMap(({ order_id, id }) => order_id ?? id ?? [])

/**
 * A subscriber that marks customers as changed, and nothing else: the worker evaluates them.
 *
 * @param source what the ids of its events are of
 */
export const marks =
  (source: MarkSource, what: ChangedData) =>
  async ({ event, container }: SubscriberArgs<Data | Data[]>): Promise<void> => {
    await container.resolve(CUSTOMER_GROUPS).markChanged(source, idsOf(event.data), what)
  }
