import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_PRUNING_TABLE, DROP_PRUNING_TABLE } from "../log/pruning"

/** How far back the logs go, where they are pruned. */
export class Migration20261129031800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_PRUNING_TABLE)
  }

  override async down(): Promise<void> {
    this.addSql(DROP_PRUNING_TABLE)
  }
}
