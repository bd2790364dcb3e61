import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_MARK_FUNCTIONS } from "../marks/functions"
import { ADD_ORDER_OF_MARK, REMOVE_ORDER_OF_MARK } from "../marks/tables"

/** Only the orders that have changed are counted anew. */
export class Migration20261129135500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(ADD_ORDER_OF_MARK)
    this.addSql(CREATE_MARK_FUNCTIONS)
  }

  override async down(): Promise<void> {
    this.addSql(REMOVE_ORDER_OF_MARK)
  }
}
