import type { IEventBusModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CustomerGroupsEvents, type CustomerMovedEvent, type MembersChangedEvent } from "../../src/types"
import type { ModuleApp } from "./module-app"

/** An event that a subscriber heard; by name without the prefix. */
export interface Heard {
  name: string
  data: MembersChangedEvent & CustomerMovedEvent
}

export const busOf = (app: ModuleApp): IEventBusModuleService => app.container.resolve(Modules.EVENT_BUS)

let listeners = 0

type EventName = (typeof CustomerGroupsEvents)[keyof typeof CustomerGroupsEvents]

const { MEMBERS_CHANGED, CUSTOMER_JOINED, CUSTOMER_LEFT } = CustomerGroupsEvents
export const MOVEMENTS = [MEMBERS_CHANGED, CUSTOMER_JOINED, CUSTOMER_LEFT]

/** What the plugin emits from now on, in the order in which it is heard. */
export const listen = (app: ModuleApp, names: readonly EventName[] = Object.values(CustomerGroupsEvents)): Heard[] => {
  const heard: Heard[] = []
  for (const name of names) {
    busOf(app).subscribe(
      name,
      async ({ data }) => void heard.push({ name: name.replace("customer-groups.", ""), data: data as Heard["data"] }),
      { subscriberId: `test-${name}-${++listeners}` },
    )
  }
  return heard
}

/** Takes everything further that is there: into the counts, and to others. */
export const relayAll = async (app: ModuleApp): Promise<void> => {
  while ((await app.groups.foldOutbox()) > 0);
  while ((await app.groups.tellChanges()) > 0);
}

/** Events as short texts: `members-changed +2 -0 by_hand`, `customer-joined anna`. */
export const spoken = (heard: Heard[], names: Record<string, { id: string }> = {}): string[] => {
  const nameOf = Object.fromEntries(Object.entries(names).map(([name, { id }]) => [id, name]))
  return heard.map(({ name, data }) =>
    name === "members-changed"
      ? `${name} +${data.joined} -${data.left} ${data.reason}`
      : `${name} ${nameOf[data.customer_id] ?? data.customer_id}`,
  )
}
