import { DROP_STATISTICS_TABLES } from "../statistics/tables"
import { DROP_EXCLUSION_LOG } from "./exclusion-log"
import { DROP_FILE_TABLE } from "./files"
import { DROP_LOG_FUNCTIONS } from "./functions"
import { DROP_PRUNING_TABLE } from "./pruning"
import { DROP_IMPORT_TABLES } from "./imports"
import { DROP_RELAY_TABLES } from "./relay-tables"
import { DROP_SIZE_ALERT_TABLE } from "./size-alerts"
import { DROP_LOG_TABLES } from "./tables"
import { DETACH_LOG } from "./triggers"
import { DROP_MARK_FUNCTIONS } from "../marks/functions"
import { DROP_PENDING_TABLE } from "../marks/tables"
import { DETACH_MARKS } from "../marks/triggers"

/** Names under which Medusa remembers what it has run of ours. Forgotten on uninstalling, so that installing runs it again. */
export const MIGRATIONS = [
  "Migration20261124160000",
  "Migration20261124205000",
  "Migration20261124210000",
  "Migration20261125070000",
  "Migration20261125103000",
  "Migration20261125110000",
  "Migration20261125113000",
  "Migration20261128153000",
  "Migration20261128160000",
  "Migration20261128230000",
  "Migration20261129001500",
  "Migration20261129024500",
  "Migration20261129031000",
  "Migration20261129031500",
  "Migration20261129031800",
  "Migration20261129032000",
  "Migration20261129084500",
  "Migration20261129135500",
  "Migration20261129165000",
]
export const MIGRATION_SCRIPTS = ["customer-groups-hide-medusas-entries"]

const quoted = (names: string[]) => names.map((name) => `'${name}'`).join(", ")

/**
 * Takes away everything of ours in the database: triggers, functions, indexes on Medusa's tables, our tables, and our rows
 * among the migrations that were run. Groups and members stay. One statement list for one transaction.
 */
export const UNINSTALL = `
${DETACH_MARKS}
${DROP_MARK_FUNCTIONS}
${DROP_PENDING_TABLE}
${DETACH_LOG}
${DROP_LOG_FUNCTIONS}
${DROP_LOG_TABLES}
${DROP_RELAY_TABLES}
${DROP_STATISTICS_TABLES}
${DROP_FILE_TABLE}
${DROP_PRUNING_TABLE}
${DROP_SIZE_ALERT_TABLE}
${DROP_IMPORT_TABLES}
${DROP_EXCLUSION_LOG}
drop table if exists customer_group_exclusion;
drop table if exists customer_group_criteria;
drop table if exists customer_group_operation;
drop table if exists customer_group_state;
delete from mikro_orm_migrations where name in (${quoted(MIGRATIONS)});
do $forget$
begin
  if to_regclass('script_migrations') is not null then
    delete from script_migrations where regexp_replace(script_name, '\\.[jt]s$', '') in (${quoted(MIGRATION_SCRIPTS)});
  end if;
end $forget$;`
