import { model } from "@medusajs/framework/utils"
import { OPERATION_STATUSES, RECORDED_OPERATION_TYPES } from "../../../types/http/operations"
import GroupState from "./group-state"

/** One recorded change to a group: the unit of history. */
const GroupOperation = model
  .define(
    { name: "GroupOperation", tableName: "customer_group_operation" },
    {
      id: model.id({ prefix: "cgop" }).primaryKey(),
      type: model.enum([...RECORDED_OPERATION_TYPES]),
      status: model.enum([...OPERATION_STATUSES]).default("running"),
      /** Why members moved, e.g. `by_hand`, `criteria_changed`, `time_passed`. */
      reason: model.text().nullable(),
      actor_type: model.text().nullable(),
      actor_id: model.text().nullable(),
      joined: model.number().default(0),
      left: model.number().default(0),
      details: model.json().nullable(),
      error: model.text().nullable(),
      finished_at: model.dateTime().nullable(),
      /** From then on its changes are told to others, and so would be taking them back. */
      told_at: model.dateTime().nullable(),
      /** When people were told that it is held or failed. */
      notified_at: model.dateTime().nullable(),
      /** The operation that this one undoes, and the one that undoes this one while that stands. */
      undoes_id: model.text().nullable(),
      undone_by_id: model.text().nullable(),
      /** The operation of which this one is the second half, of the same or another group: undone together. */
      part_of_id: model.text().nullable(),
      /** What undoing it needs and no route shows: values of name and metadata before and after. */
      reversal: model.json().nullable(),
      /** Long work, as it was asked for: who finds it abandoned can do it again. */
      work: model.json().nullable(),
      /** How often somebody has begun it. */
      attempts: model.number().default(0),
      /** Rows that are done, of so many. */
      progress_done: model.number().nullable(),
      progress_total: model.number().nullable(),
      group: model.belongsTo(() => GroupState, { mappedBy: "operations" }),
    },
  )
  .indexes([
    { on: ["group_id", "created_at"] },
    {
      name: "IDX_customer_group_operation_group_id_unfinished",
      on: ["group_id"],
      where: "status in ('running', 'held') and deleted_at is null",
    },
    {
      name: "IDX_customer_group_operation_group_id_related",
      on: ["group_id"],
      where: "undoes_id is not null or part_of_id is not null",
    },
    {
      name: "IDX_customer_group_operation_part_of_id",
      on: ["part_of_id"],
      where: "part_of_id is not null",
    },
  ])

export default GroupOperation
