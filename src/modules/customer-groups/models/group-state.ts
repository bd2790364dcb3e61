import { model } from "@medusajs/framework/utils"
import GroupCriteria from "./group-criteria"
import GroupExclusion from "./group-exclusion"
import GroupOperation from "./group-operation"

/**
 * What the log knows of a group at a glance. Its id is the group's own id, so that a link can sort and filter by it.
 * The exact number of members is `manual_count + criteria_count` plus the outbox rows that are not folded in yet; only
 * the relay changes the counts.
 */
const GroupState = model.define(
  { name: "GroupState", tableName: "customer_group_state" },
  {
    id: model.text().primaryKey(),
    /** `automatic` if the group has criteria, active or paused. */
    kind: model.enum(["manual", "automatic"]).default("manual"),
    manual_count: model.number().default(0),
    criteria_count: model.number().default(0),
    /** From when on the log tells everything. */
    baseline_at: model.dateTime(),
    operations: model.hasMany(() => GroupOperation, { mappedBy: "group" }),
    criteria: model.hasOne(() => GroupCriteria, { mappedBy: "group" }).nullable(),
    exclusions: model.hasMany(() => GroupExclusion, { mappedBy: "group" }),
  },
)

export default GroupState
