import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CHECK_OPERATION_STATUSES, CHECK_OPERATION_TYPES } from "../log/operation-types"

/** Imports, combined and moved groups; long work that can be watched, cancelled and taken up again. */
export class Migration20261129024500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CHECK_OPERATION_TYPES)
    this.addSql(CHECK_OPERATION_STATUSES)
    this.addSql(`alter table customer_group_operation
      add column if not exists work jsonb null,
      add column if not exists attempts integer not null default 0,
      add column if not exists progress_done integer null,
      add column if not exists progress_total integer null;`)
  }

  override async down(): Promise<void> {
    // The checks stay: rows of the newer kinds may be there.
    this.addSql(`alter table customer_group_operation
      drop column if exists work, drop column if exists attempts,
      drop column if exists progress_done, drop column if exists progress_total;`)
  }
}
