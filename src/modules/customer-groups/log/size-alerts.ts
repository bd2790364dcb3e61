/** When others were last told that a group has grown or shrunk by much. Without a data model: nobody but the plugin asks. */
export const CREATE_SIZE_ALERT_TABLE = `
create table if not exists customer_group_size_alert (
  group_id text not null,
  direction text not null,
  told_at timestamptz not null,
  primary key (group_id, direction)
);`

export const DROP_SIZE_ALERT_TABLE = `
drop table if exists customer_group_size_alert;`
