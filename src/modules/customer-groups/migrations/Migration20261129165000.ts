import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { ADD_ORDER_OF_PURCHASE, REMOVE_ORDER_OF_PURCHASE } from "../statistics/tables"

/** Purchases are found by their order. */
export class Migration20261129165000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(ADD_ORDER_OF_PURCHASE)
  }

  override async down(): Promise<void> {
    this.addSql(REMOVE_ORDER_OF_PURCHASE)
  }
}
