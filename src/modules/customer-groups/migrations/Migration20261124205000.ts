import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_STATISTICS_TABLES, DROP_STATISTICS_TABLES } from "../statistics/tables"

export class Migration20261124205000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_STATISTICS_TABLES)
  }

  override async down(): Promise<void> {
    this.addSql(DROP_STATISTICS_TABLES)
  }
}
