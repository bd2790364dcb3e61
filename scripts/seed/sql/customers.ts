/** Umlauts and accents as people write them in e-mail addresses. */
const ascii = (text: string) =>
  `translate(replace(replace(replace(replace(lower(${text}), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'éèêëçñáåøıô ''', 'eeeecnaaoio')`

/** The customers, in a table of this connection: orders, carts and groups take what they need from it. */
export const stageCustomers = `
  create temp table seed_country as
    select value ->> 'code' as code, value ->> 'currency' as currency, (value ->> 'taxRate')::numeric as tax_rate,
      value ->> 'taxName' as tax_name, value ->> 'phonePrefix' as phone_prefix,
      value -> 'firstNames' as first_names, value -> 'lastNames' as last_names, value -> 'streets' as streets,
      value -> 'cities' as cities,
      sum((value ->> 'share')::int) over (order by position) - (value ->> 'share')::int as share_from,
      sum((value ->> 'share')::int) over (order by position) as share_to
    from jsonb_array_elements($1::jsonb) with ordinality as list (value, position);

  create temp table seed_customer as
    with person as (
      select n, country.code as country, currency, phone_prefix,
        pg_temp.pick(first_names, pg_temp.random(n, 1)) as first_name,
        pg_temp.pick(last_names, pg_temp.random(n, 2)) as last_name,
        pg_temp.pick(streets, pg_temp.random(n, 3)) as street,
        string_to_array(pg_temp.pick(cities, pg_temp.random(n, 4)), '|') as city,
        pg_temp.random(n, 5) < 0.7 as has_account,
        case when pg_temp.random(n, 6) < 0.07 then pg_temp.pick($2::jsonb, pg_temp.random(n, 7)) end as company,
        -- More and more of them, as the shop grew.
        pg_temp.today() - interval '1095 days' * (1 - sqrt(pg_temp.random(n, 8))) as created_at
      from generate_series(1, $3::bigint) n
      join seed_country country
        on pg_temp.random(n, 9) * 100 >= country.share_from and pg_temp.random(n, 9) * 100 < country.share_to
    ), addressed as (
      select *, ${ascii("first_name")} || '.' || ${ascii("last_name")} as mailbox from person
    )
    select *,
      mailbox || coalesce(nullif(row_number() over (partition by mailbox order by n), 1)::text, '') || '@'
        || (array['mail.example', 'post.example', 'example.com', 'example.net', 'example.org'])[1 + floor(pg_temp.random(n, 10) * 5)::int]
        as email,
      case when pg_temp.random(n, 11) < 0.35 then phone_prefix || lpad((pg_temp.random(n, 12) * 99999)::int::text, 5, '0') end as phone,
      street || case when country = 'us' then '' else ' ' || (1 + floor(pg_temp.random(n, 13) * 120))::int end as street_line,
      (1 + floor(pg_temp.random(n, 13) * 4000))::int as us_number
    from addressed;

  alter table seed_customer add primary key (n);
`

/** An address line: the number stands before the street in the USA. */
export const addressLine = "case when c.country = 'us' then c.us_number || ' ' || c.street_line else c.street_line end"

export const writeCustomers = `
  insert into customer (id, company_name, first_name, last_name, email, phone, has_account, metadata, created_at, updated_at)
  select pg_temp.id('cus', n), company, first_name, last_name, email, phone, has_account,
    case when pg_temp.random(n, 14) < 0.1 then jsonb_build_object('found_us_by', (array['search', 'friend', 'magazine', 'fair'])[1 + floor(pg_temp.random(n, 15) * 4)::int]) end,
    created_at, created_at
  from seed_customer order by n;

  -- A few have not left an address, some have a second one.
  insert into customer_address (id, customer_id, address_name, is_default_shipping, is_default_billing, company, first_name,
    last_name, address_1, city, country_code, province, postal_code, phone, created_at, updated_at)
  select pg_temp.id('cuaddr', c.n * 2 + second), pg_temp.id('cus', c.n), case second when 0 then 'Home' else 'Work' end,
    second = 0, second = 0, c.company, c.first_name, c.last_name,
    case second when 0 then ${addressLine} else 'Business Park ' || (1 + c.n % 40) end,
    c.city[1], c.country, c.city[3], c.city[2], c.phone, c.created_at, c.created_at
  from seed_customer c, generate_series(0, 1) second
  where case second when 0 then pg_temp.random(c.n, 16) < 0.97 else pg_temp.random(c.n, 17) < 0.12 end
  order by c.n;
`
