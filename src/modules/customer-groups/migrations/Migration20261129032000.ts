import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_SIZE_ALERT_TABLE, DROP_SIZE_ALERT_TABLE } from "../log/size-alerts"

/** Groups that have grown or shrunk by much, and when that was told. */
export class Migration20261129032000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_SIZE_ALERT_TABLE)
  }

  override async down(): Promise<void> {
    this.addSql(DROP_SIZE_ALERT_TABLE)
  }
}
