/**
 * The orders, in tables of this connection.
 *
 * Every fulfilment step makes a new version in Medusa: placed 1, fulfilled 2, shipped 3, delivered 4, return requested
 * 5, return received 6; a cancelled order has two. A lean shop sends all but a tenth of its parcels from another
 * system, as many do: there an order stays as it was placed.
 */
export const stageOrders = `
  create temp table seed_shop as
    select store.default_sales_channel_id as sales_channel_id,
      (select id from region where currency_code = 'eur') as eur_region, (select id from region where currency_code = 'usd') as usd_region,
      (select id from shipping_option where name = 'Standard') as shipping_option_id,
      (select id from stock_location limit 1) as location_id,
      (select id from promotion where code = 'WELCOME10') as promotion_id
    from store limit 1;

  create temp table seed_tax as
    select tax_region.country_code as country, tax_rate.id, tax_rate.name, tax_rate.code, tax_rate.rate::numeric
    from tax_rate join tax_region on tax_region.id = tax_rate.tax_region_id;

  create temp table seed_variant as
    select row_number() over (order by md5(product.handle), variant.variant_rank) - 1 as n, variant.id, variant.sku, variant.title,
      product.id as product_id, product.title as product_title, product.handle, product.description,
      type.value as product_type, type.id as product_type_id, collection.title as product_collection,
      max(price.amount) filter (where price.currency_code = 'eur') as eur,
      max(price.amount) filter (where price.currency_code = 'usd') as usd
    from product_variant variant
    join product on product.id = variant.product_id
    join product_type type on type.id = product.type_id
    join product_collection collection on collection.id = product.collection_id
    join product_variant_price_set on product_variant_price_set.variant_id = variant.id
    join price on price.price_set_id = product_variant_price_set.price_set_id and price.price_list_id is null
    group by variant.id, product.id, type.id, collection.id;

  create temp table seed_order as
    with drawn as (
      -- A few customers order often, most once or never.
      select o, 1 + (floor($2::bigint * power(pg_temp.random(o, 20), 2.2))::bigint * 7919 + 13) % $2::bigint as customer
      from generate_series(1, $1::bigint) o
    ), timed as (
      select o, customer, pg_temp.today() - interval '1095 days' * (1 - power(pg_temp.random(o, 21), 0.7)) as any_time from drawn
    ), dated as (
      -- A good part of a year's orders comes in the five weeks before Christmas.
      select o, customer, c.country, c.currency,
        case when pg_temp.random(o, 23) < 0.22 and before_christmas < pg_temp.today() then before_christmas else any_time end as placed_at
      from timed join seed_customer c on c.n = timed.customer,
        lateral (select date_trunc('year', any_time) + interval '319 days' + interval '36 days' * pg_temp.random(o, 22) as before_christmas) season
    ), decided as (
      select row_number() over (order by placed_at, o) as n, o, customer, country, currency, placed_at,
        pg_temp.today() - placed_at as age, pg_temp.random(o, 24) as fate,
        not $3::boolean or pg_temp.random(o, 27) < 0.1 as is_sent_here
      from dated
    )
    select n, customer, country, currency, placed_at, currency = 'eur' as is_tax_inclusive,
      fate < 0.01 as is_draft, fate >= 0.01 and fate < 0.05 as is_canceled,
      pg_temp.random(o, 25) < 0.12 and fate >= 0.01 as has_promotion,
      case when fate < 0.01 then 1 when fate < 0.05 then 2 when not is_sent_here then 1
        when fate < 0.12 and age > interval '25 days' then 6
        when age > interval '6 days' then 4 when age > interval '3 days' then 3 when age > interval '1 day' then 2 else 1 end as versions,
      -- Captured when the parcel is packed; new orders are only authorized, some are paid at once.
      fate >= 0.05 and (age > interval '1 day' or fate > 0.6) as is_paid,
      (case when pg_temp.random(o, 26) < 0.48 then 1 when pg_temp.random(o, 26) < 0.76 then 2 when pg_temp.random(o, 26) < 0.9 then 3 else 4 end) as lines,
      case currency when 'eur' then 4.9 else 7.9 end as shipping_amount
    from decided;
  alter table seed_order add primary key (n);

  -- Nobody orders before they are a customer.
  update seed_customer set created_at = first.placed_at - interval '10 minutes'
  from (select customer, min(placed_at) as placed_at from seed_order group by customer) first
  where first.customer = seed_customer.n and first.placed_at < seed_customer.created_at;

  create temp table seed_line as
    select o.n * 8 + k as n, o.n as order_n, k, variant.n as variant_n, quantity, unit_price,
      case when o.has_promotion then round(unit_price * quantity * 0.1, 2) else 0 end as discount
    from seed_order o, generate_series(1, o.lines) k,
      lateral (select floor(power(pg_temp.random(o.n * 8 + k, 30), 1.6) * (select count(*) from seed_variant))::bigint as variant_n,
        case when pg_temp.random(o.n * 8 + k, 31) < 0.8 then 1 when pg_temp.random(o.n * 8 + k, 31) < 0.93 then 2 else 3 end as quantity) choice
    join seed_variant variant on variant.n = choice.variant_n,
      lateral (select case o.currency when 'eur' then variant.eur else variant.usd end as unit_price) price;
  alter table seed_line add primary key (n);

  -- Returned is one piece of the first line.
  create temp table seed_total as
    select o.n, max(shipping) + sum(line) as total,
      max(shipping) + sum(case when k = 1 then line * (quantity - 1) / quantity else line end) as after_return
    from seed_order o
    join seed_tax tax on tax.country = o.country
    join seed_line l on l.order_n = o.n,
      lateral (select case when o.is_tax_inclusive then 1 else 1 + tax.rate / 100 end as factor) tax_factor,
      lateral (select (unit_price * quantity - discount) * factor as line, o.shipping_amount * factor as shipping) amounts
    group by o.n;
  alter table seed_total add primary key (n);

  create temp table seed_version as
    select o.n as order_n, version, o.placed_at + case when o.is_canceled and version = 2 then interval '1 hour' else
      (array[interval '0', '20 hours', '30 hours', '5 days', '12 days', '18 days'])[version] end as at
    from seed_order o, generate_series(1, o.versions) version;

  analyze seed_customer; analyze seed_order; analyze seed_line; analyze seed_total; analyze seed_version;
`
