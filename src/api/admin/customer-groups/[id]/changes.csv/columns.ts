import type { FileColumn } from "../../../../../files"
import type { GroupChange } from "../../../../../types"

/** What the file says of a change; its actor by name, or id where the name is gone. */
export const COLUMNS: FileColumn<GroupChange>[] = [
  { name: "at", value: ({ created_at }) => new Date(created_at) },
  { name: "change", value: ({ change }) => change },
  { name: "source", value: ({ source }) => source },
  { name: "customer_id", value: ({ customer_id }) => customer_id },
  { name: "email", value: ({ email }) => email },
  { name: "operation_id", value: ({ cause }) => cause.operation_id },
  { name: "type", value: ({ cause }) => cause.type },
  { name: "reason", value: ({ cause }) => cause.reason },
  { name: "actor", value: ({ cause }) => cause.actor.name ?? cause.actor.id },
]
