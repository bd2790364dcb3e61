import { addressLine } from "./customers"

/** Orders with all their versions, in the order of their foreign keys. */
export const writeOrders = [
  `insert into order_address (id, customer_id, company, first_name, last_name, address_1, city, country_code, province, postal_code, phone, created_at, updated_at)
   select pg_temp.id('ordaddr', o.n * 2 + billing), null, c.company, c.first_name, c.last_name, ${addressLine}, c.city[1], c.country, c.city[3], c.city[2], c.phone, o.placed_at, o.placed_at
   from seed_order o join seed_customer c on c.n = o.customer, generate_series(0, 1) billing order by o.n`,

  `insert into "order" (id, region_id, display_id, customer_id, version, sales_channel_id, status, is_draft_order, email, currency_code,
     shipping_address_id, billing_address_id, no_notification, created_at, updated_at, canceled_at)
   select pg_temp.id('order', o.n), case o.currency when 'eur' then eur_region else usd_region end, o.n, pg_temp.id('cus', o.customer), o.versions,
     sales_channel_id,
     (case when is_draft then 'draft' when is_canceled then 'canceled' when versions >= 4 then 'completed' else 'pending' end)::order_status_enum,
     is_draft, c.email, o.currency, pg_temp.id('ordaddr', o.n * 2), pg_temp.id('ordaddr', o.n * 2 + 1), false, placed_at,
     v.at, case when is_canceled then v.at end
   from seed_shop, seed_order o
   join seed_customer c on c.n = o.customer
   join seed_version v on v.order_n = o.n and v.version = o.versions
   order by o.n`,

  `insert into order_line_item (id, title, subtitle, variant_id, product_id, product_title, product_description, product_type, product_type_id,
     product_collection, product_handle, variant_sku, variant_title, is_tax_inclusive, unit_price, raw_unit_price, metadata, created_at, updated_at)
   select pg_temp.id('ordli', l.n), p.product_title, p.title, p.id, p.product_id, p.product_title, p.description, p.product_type, p.product_type_id,
     p.product_collection, p.handle, p.sku, p.title, o.is_tax_inclusive, l.unit_price, pg_temp.raw(l.unit_price), '{}', o.placed_at, o.placed_at
   from seed_line l join seed_order o on o.n = l.order_n join seed_variant p on p.n = l.variant_n order by l.n`,

  `insert into order_item (id, order_id, version, item_id, quantity, raw_quantity, fulfilled_quantity, raw_fulfilled_quantity, shipped_quantity,
     raw_shipped_quantity, delivered_quantity, raw_delivered_quantity, return_requested_quantity, raw_return_requested_quantity,
     return_received_quantity, raw_return_received_quantity, return_dismissed_quantity, written_off_quantity, unit_price, raw_unit_price,
     metadata, created_at, updated_at)
   select pg_temp.id('orditem', l.n * 8 + v.version), pg_temp.id('order', o.n), v.version, pg_temp.id('ordli', l.n), quantity, pg_temp.raw(quantity),
     fulfilled, pg_temp.raw(fulfilled), shipped, pg_temp.raw(shipped), delivered, pg_temp.raw(delivered), requested, pg_temp.raw(requested),
     received, pg_temp.raw(received), 0, 0,
     -- The line's own price counts in the first version.
     case when v.version > 1 then unit_price end, case when v.version > 1 then pg_temp.raw(unit_price) end, '{}', v.at, v.at
   from seed_line l join seed_order o on o.n = l.order_n join seed_version v on v.order_n = o.n,
     lateral (select case when v.version >= 2 and not is_canceled then quantity else 0 end as fulfilled,
       case when v.version >= 3 then quantity else 0 end as shipped, case when v.version >= 4 then quantity else 0 end as delivered,
       case when v.version = 5 and k = 1 then 1 else 0 end as requested, case when v.version = 6 and k = 1 then 1 else 0 end as received) done
   order by l.n`,

  `insert into order_line_item_tax_line (id, description, tax_rate_id, code, rate, raw_rate, provider_id, item_id, created_at, updated_at)
   select pg_temp.id('ordlitxl', l.n), tax.name, tax.id, tax.code, tax.rate, pg_temp.raw(tax.rate), 'system', pg_temp.id('ordli', l.n), placed_at, placed_at
   from seed_line l join seed_order o on o.n = l.order_n join seed_tax tax on tax.country = o.country order by l.n`,

  `insert into order_line_item_adjustment (id, promotion_id, code, amount, raw_amount, item_id, is_tax_inclusive, version, created_at, updated_at)
   select pg_temp.id('ordliadj', l.n * 8 + v.version), promotion_id, 'WELCOME10', discount, pg_temp.raw(discount), pg_temp.id('ordli', l.n),
     o.is_tax_inclusive, v.version, v.at, v.at
   from seed_shop, seed_line l join seed_order o on o.n = l.order_n and o.has_promotion join seed_version v on v.order_n = o.n order by l.n`,

  `insert into order_promotion (id, order_id, promotion_id, created_at, updated_at)
   select pg_temp.id('orderpromo', n), pg_temp.id('order', n), promotion_id, placed_at, placed_at from seed_shop, seed_order where has_promotion order by n`,

  `insert into order_shipping_method (id, name, amount, raw_amount, is_tax_inclusive, shipping_option_id, data, created_at, updated_at)
   select pg_temp.id('ordsm', n), 'Standard', shipping_amount, pg_temp.raw(shipping_amount), is_tax_inclusive, shipping_option_id, '{}', placed_at, placed_at
   from seed_shop, seed_order order by n`,

  `insert into order_shipping_method_tax_line (id, description, tax_rate_id, code, rate, raw_rate, provider_id, shipping_method_id, created_at, updated_at)
   select pg_temp.id('ordsmtxl', o.n), tax.name, tax.id, tax.code, tax.rate, pg_temp.raw(tax.rate), 'system', pg_temp.id('ordsm', o.n), placed_at, placed_at
   from seed_order o join seed_tax tax on tax.country = o.country order by o.n`,

  `insert into order_shipping (id, order_id, version, shipping_method_id, created_at, updated_at)
   select pg_temp.id('ordspmv', order_n * 8 + version), pg_temp.id('order', order_n), version, pg_temp.id('ordsm', order_n), at, at
   from seed_version order by order_n`,

  `insert into order_summary (id, order_id, version, totals, created_at, updated_at)
   select pg_temp.id('ordsum', order_n * 8 + version), pg_temp.id('order', order_n), version,
     jsonb_build_object('paid_total', paid, 'raw_paid_total', pg_temp.raw(paid), 'refunded_total', refunded, 'raw_refunded_total', pg_temp.raw(refunded),
       'transaction_total', paid - refunded, 'raw_transaction_total', pg_temp.raw(paid - refunded),
       'accounting_total', current, 'raw_accounting_total', pg_temp.raw(current), 'credit_line_total', 0, 'raw_credit_line_total', pg_temp.raw(0),
       'current_order_total', current, 'raw_current_order_total', pg_temp.raw(current), 'original_order_total', total, 'raw_original_order_total', pg_temp.raw(total),
       'pending_difference', current - paid + refunded, 'raw_pending_difference', pg_temp.raw(current - paid + refunded)), at, at
   from seed_version v join seed_order o on o.n = v.order_n join seed_total t on t.n = o.n,
     lateral (select case when v.version = 6 then after_return else total end as current, case when is_paid then total else 0 end as paid,
       case when v.version = 6 then total - after_return else 0 end as refunded) amounts
   order by order_n`,
]
