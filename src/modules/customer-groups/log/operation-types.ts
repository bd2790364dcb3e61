import { OPERATION_STATUSES, RECORDED_OPERATION_TYPES } from "../../../types/http/operations"

/** The database takes no other kind of operation. Changed with the list: then a new migration runs this again. */
export const CHECK_OPERATION_TYPES = `
alter table customer_group_operation
  drop constraint if exists customer_group_operation_type_check,
  add constraint customer_group_operation_type_check
    check (type in (${RECORDED_OPERATION_TYPES.map((type) => `'${type}'`).join(", ")}));`

/** The same for what has become of one. */
export const CHECK_OPERATION_STATUSES = `
alter table customer_group_operation
  drop constraint if exists customer_group_operation_status_check,
  add constraint customer_group_operation_status_check
    check (status in (${OPERATION_STATUSES.map((status) => `'${status}'`).join(", ")}));`
