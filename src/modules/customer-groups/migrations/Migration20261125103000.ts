import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125103000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists customer_group_criteria add column if not exists due_at timestamptz null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists customer_group_criteria drop column if exists due_at;`)
  }
}
