/** Which operation has put which exclusion in force, or lifted it: without a data model, like the log of memberships. */
export const CREATE_EXCLUSION_LOG = `
create table if not exists customer_group_exclusion_change (
  operation_id text not null,
  exclusion_id text not null,
  in_force boolean not null
);
create index if not exists "IDX_customer_group_exclusion_change_operation"
  on customer_group_exclusion_change (operation_id);`

export const DROP_EXCLUSION_LOG = `
drop table if exists customer_group_exclusion_change;`
