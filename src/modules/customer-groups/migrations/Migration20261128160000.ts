import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_MARK_FUNCTIONS } from "../marks/functions"
import { ATTACH_MARKS } from "../marks/triggers"

/** Carts that change hands, and categories that get products, mark too. */
export class Migration20261128160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_MARK_FUNCTIONS)
    this.addSql(ATTACH_MARKS)
  }

  override async down(): Promise<void> {
    this.addSql(`
      do $detach$
      begin
        if to_regclass('cart') is not null then drop trigger if exists customer_groups_mark_former_owner on cart; end if;
        if to_regclass('product_category_product') is not null then
          drop trigger if exists customer_groups_mark_insert on product_category_product;
          drop trigger if exists customer_groups_mark_delete on product_category_product;
        end if;
      end $detach$;`)
    this.addSql(`drop function if exists customer_groups_mark_former_owner();`)
    this.addSql(`drop function if exists customer_groups_mark_categories();`)
  }
}
