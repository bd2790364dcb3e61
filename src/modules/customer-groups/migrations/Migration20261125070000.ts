import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CHECK_OPERATION_TYPES } from "../log/operation-types"

export class Migration20261125070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CHECK_OPERATION_TYPES)
    // What is under way or waits for a person is asked of every group that a list shows, and is rare among operations.
    this.addSql(`create index if not exists "IDX_customer_group_operation_group_id_unfinished"
      on customer_group_operation (group_id) where status in ('running', 'held') and deleted_at is null;`)
  }

  override async down(): Promise<void> {
    // The check stays: rows of the newer kinds may be there.
    this.addSql(`drop index if exists "IDX_customer_group_operation_group_id_unfinished";`)
  }
}
