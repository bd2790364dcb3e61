import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_FILE_TABLE, DROP_FILE_TABLE } from "../log/files"

/** Files of exports, which go away after a day. */
export class Migration20261129001500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_FILE_TABLE)
  }

  override async down(): Promise<void> {
    this.addSql(DROP_FILE_TABLE)
  }
}
