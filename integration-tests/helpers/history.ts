import type { ModuleApp } from "./module-app"

/** Everything of a group that undoing brings back: its rows, exclusions, criteria, name and metadata. */
export const stateOf = async (app: ModuleApp, group: { id: string }) => {
  const rowsOf = async (text: string) => (await app.db.query(text, [group.id])).rows
  return {
    members: await rowsOf(
      `select id, customer_id, created_by, metadata, created_at::text from customer_group_customer
       where customer_group_id = $1 order by customer_id, id`,
    ),
    exclusions: await rowsOf(
      `select id, customer_id, reason, until, operation_id from customer_group_exclusion
       where group_id = $1 and deleted_at is null order by customer_id`,
    ),
    criteria: await rowsOf(`select criteria, stay, guard, status from customer_group_criteria where group_id = $1`),
    group: await rowsOf(`select name, metadata from customer_group where id = $1`),
  }
}

/** `stateOf` of each of these groups. */
export const statesOf = (app: ModuleApp, groups: { id: string }[]) =>
  Promise.all(groups.map((group) => stateOf(app, group)))

/** Undoes an operation as a workflow does: with the evaluation that other criteria ask for. */
export const undo = async (app: ModuleApp, { id }: { id: string }) => {
  const { operation, hasOtherCriteria } = await app.groups.undoOperation({ operation_id: id })
  if (hasOtherCriteria)
    await app.groups.evaluateGroup({
      group_id: operation.group_id,
      reason: "criteria_changed",
      part_of_id: operation.id,
    })
  return operation
}

/** Saves criteria as a workflow does. */
export const setCriteria = async (app: ModuleApp, group: { id: string }, criteria: unknown) => {
  const { operation_id: id } = await app.groups.setCriteria({ group_id: group.id, criteria })
  await app.groups.evaluateGroup({ group_id: group.id, reason: "criteria_changed", part_of_id: id })
  return { id }
}
