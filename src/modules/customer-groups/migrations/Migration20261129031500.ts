import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_IMPORT_TABLES, DROP_IMPORT_TABLES } from "../log/imports"

/** Files that are imported into groups, checked before they are applied. */
export class Migration20261129031500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_IMPORT_TABLES)
  }

  override async down(): Promise<void> {
    this.addSql(DROP_IMPORT_TABLES)
  }
}
