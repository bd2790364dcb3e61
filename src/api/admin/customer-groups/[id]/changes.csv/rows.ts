import type { GroupChange } from "../../../../../types"
import { plainCell } from "../../../../utils/csv"

export const HEADER = [
  "at",
  "change",
  "source",
  "customer_id",
  "email",
  "operation_id",
  "type",
  "reason",
  "actor",
] as const

/** A change as a line of the file; its actor by name, or id where the name is gone. */
export const rowOf = ({ created_at, change, source, customer_id, email, cause }: GroupChange): string[] =>
  [
    new Date(created_at).toISOString(),
    change,
    source,
    customer_id,
    email,
    cause.operation_id,
    cause.type,
    cause.reason,
    cause.actor.name ?? cause.actor.id,
  ].map(plainCell)
