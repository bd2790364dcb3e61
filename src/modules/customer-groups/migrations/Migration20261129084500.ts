import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { ADD_PROBLEM_CODES, REMOVE_PROBLEM_CODES } from "../log/imports"

/** Problems of imports have a code with values, to be said in any language. */
export class Migration20261129084500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(ADD_PROBLEM_CODES)
  }

  override async down(): Promise<void> {
    this.addSql(REMOVE_PROBLEM_CODES)
  }
}
