import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_LOG_FUNCTIONS } from "../log/functions"
import { CREATE_MARK_FUNCTIONS, DROP_MARK_FUNCTIONS } from "../marks/functions"
import { CREATE_PENDING_TABLE, DROP_PENDING_TABLE } from "../marks/tables"
import { ATTACH_MARKS, DETACH_MARKS } from "../marks/triggers"

export class Migration20261125110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_PENDING_TABLE)
    this.addSql(CREATE_MARK_FUNCTIONS)
    // The log marks members of groups that others look at.
    this.addSql(CREATE_LOG_FUNCTIONS)
    this.addSql(ATTACH_MARKS)
  }

  override async down(): Promise<void> {
    this.addSql(DETACH_MARKS)
    this.addSql(DROP_MARK_FUNCTIONS)
    this.addSql(DROP_PENDING_TABLE)
  }
}
