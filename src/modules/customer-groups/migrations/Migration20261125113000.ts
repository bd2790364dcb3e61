import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_RELAY_TABLES, DROP_RELAY_TABLES } from "../log/relay-tables"

export class Migration20261125113000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_RELAY_TABLES)
    this.addSql(`alter table customer_group_operation
      add column if not exists told_at timestamptz null,
      add column if not exists notified_at timestamptz null;`)
    // What failed or was held before is old news.
    this.addSql(`update customer_group_operation set notified_at = now()
      where type = 'evaluate' and status in ('held', 'failed');`)
    // Looked at every half minute, and nearly always empty.
    this.addSql(`create index if not exists "IDX_customer_group_operation_unnotified"
      on customer_group_operation (created_at)
      where type = 'evaluate' and status in ('held', 'failed') and notified_at is null and deleted_at is null;`)
    this.addSql(`create index if not exists "IDX_customer_group_operation_running"
      on customer_group_operation (updated_at) where status = 'running' and deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_customer_group_operation_running";`)
    this.addSql(`drop index if exists "IDX_customer_group_operation_unnotified";`)
    this.addSql(
      `alter table customer_group_operation drop column if exists told_at, drop column if exists notified_at;`,
    )
    this.addSql(DROP_RELAY_TABLES)
  }
}
