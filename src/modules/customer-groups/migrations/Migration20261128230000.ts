import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_EXCLUSION_LOG, DROP_EXCLUSION_LOG } from "../log/exclusion-log"
import { CHECK_OPERATION_TYPES } from "../log/operation-types"

/** Operations that undo others. */
export class Migration20261128230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CHECK_OPERATION_TYPES)
    this.addSql(`alter table customer_group_operation
      add column if not exists undoes_id text null,
      add column if not exists undone_by_id text null,
      add column if not exists part_of_id text null,
      add column if not exists reversal jsonb null;`)
    this.addSql(CREATE_EXCLUSION_LOG)
    this.addSql(`create index if not exists "IDX_customer_group_operation_group_id_related"
      on customer_group_operation (group_id) where undoes_id is not null or part_of_id is not null;`)
  }

  override async down(): Promise<void> {
    // The check stays: rows of the newer kinds may be there.
    this.addSql(`drop index if exists "IDX_customer_group_operation_group_id_related";`)
    this.addSql(DROP_EXCLUSION_LOG)
    this.addSql(`alter table customer_group_operation
      drop column if exists undoes_id, drop column if exists undone_by_id,
      drop column if exists part_of_id, drop column if exists reversal;`)
  }
}
