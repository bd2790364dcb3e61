import { addressLine } from "./customers"

/** Parcels, returns, and the changes that led from version to version. */
export const writeFulfillments = [
  `create temp table seed_parcel as
   select o.*, placed_at + interval '20 hours' as packed_at, case when versions >= 3 then placed_at + interval '30 hours' end as shipped_at,
     case when versions >= 4 then placed_at + interval '5 days' end as delivered_at
   from seed_order o where versions >= 2 and not is_canceled`,

  `insert into fulfillment_address (id, company, first_name, last_name, address_1, city, country_code, province, postal_code, phone, created_at, updated_at)
   select pg_temp.id('fuladdr', p.n), c.company, c.first_name, c.last_name, ${addressLine}, c.city[1], c.country, c.city[3], c.city[2], c.phone, packed_at, packed_at
   from seed_parcel p join seed_customer c on c.n = p.customer order by p.n`,

  `insert into fulfillment (id, location_id, packed_at, shipped_at, delivered_at, data, provider_id, shipping_option_id, delivery_address_id, created_at, updated_at)
   select pg_temp.id('ful', n), location_id, packed_at, shipped_at, delivered_at, '{}', 'manual_manual', shipping_option_id, pg_temp.id('fuladdr', n), packed_at,
     coalesce(delivered_at, shipped_at, packed_at)
   from seed_shop, seed_parcel order by n`,

  `insert into fulfillment_item (id, title, sku, barcode, quantity, raw_quantity, line_item_id, fulfillment_id, created_at, updated_at)
   select pg_temp.id('fulit', l.n), v.title, v.sku, '', quantity, pg_temp.raw(quantity), pg_temp.id('ordli', l.n), pg_temp.id('ful', p.n), packed_at, packed_at
   from seed_parcel p join seed_line l on l.order_n = p.n join seed_variant v on v.n = l.variant_n order by l.n`,

  `insert into order_fulfillment (id, order_id, fulfillment_id, created_at, updated_at)
   select pg_temp.id('ordful', n), pg_temp.id('order', n), pg_temp.id('ful', n), packed_at, packed_at from seed_parcel order by n`,

  `insert into "return" (id, order_id, order_version, display_id, status, refund_amount, raw_refund_amount, location_id, requested_at, received_at, created_at, updated_at)
   select pg_temp.id('return', n), pg_temp.id('order', n), 5, row_number() over (order by n), 'received', total - after_return, pg_temp.raw(total - after_return),
     location_id, placed_at + interval '12 days', placed_at + interval '18 days', placed_at + interval '12 days', placed_at + interval '18 days'
   from seed_shop, seed_parcel join seed_total using (n) where versions = 6 order by n`,

  `insert into return_item (id, return_id, item_id, quantity, raw_quantity, received_quantity, raw_received_quantity, created_at, updated_at)
   select pg_temp.id('retitem', n), pg_temp.id('return', n), pg_temp.id('ordli', n * 8 + 1), 1, pg_temp.raw(1), 1, pg_temp.raw(1),
     placed_at + interval '12 days', placed_at + interval '18 days'
   from seed_parcel where versions = 6 order by n`,

  `insert into order_change (id, order_id, version, status, change_type, return_id, confirmed_at, created_at, updated_at)
   select pg_temp.id('ordch', o.n * 8 + v.version), pg_temp.id('order', o.n), v.version, 'confirmed',
     case when is_canceled then 'credit_line' when v.version = 5 then 'return_request' when v.version = 6 then 'return_receive' end,
     case when v.version >= 5 then pg_temp.id('return', o.n) end, v.at, v.at, v.at
   from seed_order o join seed_version v on v.order_n = o.n and v.version > 1 order by o.n`,

  `insert into order_change_action (id, order_id, version, order_change_id, reference, reference_id, action, details, applied, return_id, created_at, updated_at)
   select pg_temp.id('ordchact', l.n * 8 + v.version), pg_temp.id('order', p.n), v.version, pg_temp.id('ordch', p.n * 8 + v.version),
     case when v.version < 5 then 'fulfillment' else 'return' end, case when v.version < 5 then pg_temp.id('ful', p.n) else pg_temp.id('return', p.n) end,
     (array['', 'FULFILL_ITEM', 'SHIP_ITEM', 'DELIVER_ITEM', 'RETURN_ITEM', 'RECEIVE_RETURN_ITEM'])[v.version],
     jsonb_build_object('quantity', case when v.version < 5 then quantity else 1 end, 'reference_id', pg_temp.id('ordli', l.n)), true,
     case when v.version >= 5 then pg_temp.id('return', p.n) end, v.at, v.at
   from seed_parcel p join seed_version v on v.order_n = p.n and v.version > 1 join seed_line l on l.order_n = p.n and (v.version < 5 or l.k = 1)
   order by l.n`,
]

/** Numbers that people see go on after the seeded ones. */
export const continueNumbers = `select setval(pg_get_serial_sequence('"order"', 'display_id'), greatest(1, (select max(display_id) from "order"))),
     setval(pg_get_serial_sequence('"return"', 'display_id'), greatest(1, (select max(display_id) from "return")))`
