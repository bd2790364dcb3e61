import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_REFRESH_TABLE } from "../statistics/tables"

export class Migration20261128153000 extends Migration {
  override async up(): Promise<void> {
    // Looked at twice a minute for those that have just ended.
    this.addSql(`create index if not exists "IDX_customer_group_exclusion_until"
      on customer_group_exclusion (until) where until is not null and deleted_at is null;`)
    this.addSql(CREATE_REFRESH_TABLE)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists customer_statistics_refresh;`)
    this.addSql(`drop index if exists "IDX_customer_group_exclusion_until";`)
  }
}
