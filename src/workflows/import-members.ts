import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ApplyImportInput } from "../types"
import { applyImportStep } from "./steps/apply-import"
import { claimImportStep } from "./steps/claim-import"
import { makeImportGuestsStep } from "./steps/make-import-guests"

/**
 * Applies a file that was read in and checked (`stageImport` of the module, or `POST /admin/customer-groups/:id/import`):
 * adds, removes and excludes its customers as one operation, all of it or nothing. Customers that are unknown are made
 * first, if the import says so, and `customer.created` is told of each. Undoing the operation deletes no customer.
 *
 * @example
 * import { readRows } from "medusa-plugin-customer-groups/files"
 *
 * const groups = container.resolve("customerGroups")
 * const rows = readRows(createReadStream("customers.csv"))
 * const checked = await groups.stageImport({ group_id: "cusgroup_123", file_name: "customers.csv" }, rows)
 * checked.counts // { rows: 120, add: 117, already: 2, problems: 1, … }
 * const { result: operation } = await importMembersWorkflow(container).run({
 *   input: { import_id: checked.id, skip_problems: true },
 * })
 * operation // { id: "cgop_…", type: "import", joined: 117, … }
 *
 * @throws NOT_FOUND no such import, or its group is deleted · NOT_ALLOWED it is applied already or just now, rows have
 * problems that are not to be left out, or the group has lost its criteria since the check
 * @summary Import customers into a customer group.
 */
export const importMembersWorkflow = createWorkflow("customer-groups-import-members", (input: ApplyImportInput) => {
  const claimed = claimImportStep(input)
  makeImportGuestsStep(claimed)
  return new WorkflowResponse(applyImportStep(input))
})
