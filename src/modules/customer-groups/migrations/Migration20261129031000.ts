import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Customers who are moved leave one group and join another: the halves are found by each other, across groups. */
export class Migration20261129031000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_customer_group_operation_part_of_id"
      on customer_group_operation (part_of_id) where part_of_id is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_customer_group_operation_part_of_id";`)
  }
}
