/** Carts of the last days that were not bought; one in four belongs to nobody known. */
export const writeCarts = `
  create temp table seed_cart as
    select number, 1 + floor(pg_temp.random(number, 40) * $2::bigint)::bigint as customer, pg_temp.random(number, 41) > 0.25 as is_known,
      pg_temp.today() - interval '21 days' * pg_temp.random(number, 42) as at
    from generate_series(1, $1::bigint) number;

  insert into cart (id, region_id, customer_id, sales_channel_id, email, currency_code, created_at, updated_at)
  select pg_temp.id('cart', number), case c.currency when 'eur' then eur_region else usd_region end,
    case when is_known then pg_temp.id('cus', c.n) end, sales_channel_id, case when is_known then c.email end, c.currency, at, at
  from seed_shop, seed_cart join seed_customer c on c.n = seed_cart.customer order by number;

  insert into cart_line_item (id, cart_id, title, subtitle, quantity, variant_id, product_id, product_title, product_handle, variant_sku, variant_title,
    is_tax_inclusive, unit_price, raw_unit_price, metadata, created_at, updated_at)
  select pg_temp.id('cali', number * 2 + k), pg_temp.id('cart', number), product_title, v.title, 1, v.id, product_id, product_title, handle, sku, v.title,
    currency = 'eur', price, pg_temp.raw(price), '{}', at, at
  from seed_cart join seed_customer c on c.n = seed_cart.customer, generate_series(0, 1) k
  join lateral (select floor(pg_temp.random(number * 2 + k, 43) * (select count(*) from seed_variant))::bigint as variant_n) choice on true
  join seed_variant v on v.n = choice.variant_n,
    lateral (select case c.currency when 'eur' then v.eur else v.usd end as price) amount
  where k = 0 or pg_temp.random(number, 44) < 0.5;
`
