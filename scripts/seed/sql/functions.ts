/**
 * Functions for the connection that seeds; they vanish with it. `random` depends on nothing but its arguments: the same
 * seed makes the same shop.
 *
 * All of what they call is immutable, so that PostgreSQL writes them into the statement: a call costs ten times as much.
 */
export const seedFunctions = `
  create function pg_temp.random(n bigint, salt bigint) returns float8 language sql immutable parallel safe as
    $$ select (hashint8extended(n, salt) & 2147483647) / 2147483648.0::float8 $$;

  -- Medusa's ids: a prefix and 26 characters that sort by time; here they sort by number.
  create function pg_temp.id(prefix text, n bigint) returns text language sql immutable parallel safe as
    $$ select prefix || '_01' || upper(lpad(to_hex(n), 9, '0') || substr(md5(prefix || n::text), 1, 15)) $$;

  -- What Medusa keeps beside each amount.
  create function pg_temp.raw(amount numeric) returns jsonb language sql immutable parallel safe as
    $$ select ('{"value": "' || trim_scale(amount)::text || '", "precision": 20}')::jsonb $$;

  create function pg_temp.pick(list jsonb, at float8) returns text language sql immutable parallel safe as
    $$ select list ->> floor(at * jsonb_array_length(list))::int $$;

  -- The end of what is seeded: the last full hour, so that nothing lies in the future.
  create function pg_temp.today() returns timestamptz language sql stable parallel safe as
    $$ select date_trunc('hour', now()) $$;
`
