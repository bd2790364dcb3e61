import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261128153000 extends Migration {
  override async up(): Promise<void> {
    // Looked at twice a minute for those that have just ended.
    this.addSql(`create index if not exists "IDX_customer_group_exclusion_until"
      on customer_group_exclusion (until) where until is not null and deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_customer_group_exclusion_until";`)
  }
}
