import { demoGroups } from "../data/groups"

const insertMembers = `insert into customer_group_customer (id, customer_id, customer_group_id, created_at, updated_at)`

/** Members of the demo's groups; the groups themselves were made by Medusa. */
export const writeDemoMembers = `
  create temp table seed_spent as
    select customer, count(*) as orders, sum(total) as spent from seed_order join seed_total using (n)
    where not is_draft and not is_canceled group by customer;

  -- Groups are as old as a shop's: the order of the list is not that of a second.
  update customer_group set created_at = old.created_at, updated_at = old.created_at
  from (select id, pg_temp.today() - interval '31 days' * (2 + 3 * row_number() over (order by md5(name))) as created_at from customer_group) old
  where old.id = customer_group.id;

  ${demoGroups
    .map(
      ({ name, members }, position) => `
  ${insertMembers}
  select pg_temp.id('cusgc', ${(position + 1) * 1_000_000_000} + c.n), pg_temp.id('cus', c.n), g.id, joined.at, joined.at
  from customer_group g, seed_customer c left join seed_spent o on o.customer = c.n,
    lateral (select c.created_at + (pg_temp.today() - c.created_at) * pg_temp.random(c.n, ${200 + position}) as at) joined
  where g.name = '${name.replace(/'/g, "''")}' and ${members};`,
    )
    .join("\n")}
`

/** Groups of equal size for the benchmark, each with other members. */
export const writeEqualGroups = `
  insert into customer_group (id, name, created_at, updated_at)
  select pg_temp.id('cusgroup', g), 'Segment ' || lpad(g::text, 3, '0'), at, at
  from generate_series(1, $1::bigint) g, lateral (select pg_temp.today() - interval '1 day' * g as at) made;

  -- A walk by a step that shares no factor with the number of customers meets nobody twice.
  ${insertMembers}
  select pg_temp.id('cusgc', (g - 1) * $2::bigint + j), pg_temp.id('cus', 1 + (j * 7919 + g * 100003) % $3::bigint), pg_temp.id('cusgroup', g), at, at
  from generate_series(1, $1::bigint) g, generate_series(1, $2::bigint) j,
    lateral (select pg_temp.today() - interval '365 days' * pg_temp.random(g * 10000000 + j, 50) as at) joined
  order by g, j;
`
