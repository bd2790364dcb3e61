/** Files that exports have made, until they are removed. Without a data model: nobody but the plugin asks for them. */
export const CREATE_FILE_TABLE = `
create table if not exists customer_group_file (
  id text primary key,
  expires_at timestamptz not null
);`

export const DROP_FILE_TABLE = `
drop table if exists customer_group_file;`
