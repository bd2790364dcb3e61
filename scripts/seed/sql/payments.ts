/** What was paid for each order, for the statements below. */
export const stagePayments = `create temp table seed_payment as
   select o.n, currency, placed_at, total, is_paid, is_canceled, case when versions = 6 then total - after_return else 0 end as refunded,
     case when is_paid then placed_at + case when versions > 1 then interval '20 hours' else interval '2 minutes' end end as captured_at,
     placed_at + interval '18 days 1 hour' as refunded_at
   from seed_order o join seed_total t on t.n = o.n where not is_draft`

/** Payments as Medusa's default provider leaves them. */
export const writePayments = [
  `insert into payment_collection (id, currency_code, amount, raw_amount, authorized_amount, raw_authorized_amount, captured_amount, raw_captured_amount,
     refunded_amount, raw_refunded_amount, status, created_at, updated_at, completed_at)
   select pg_temp.id('pay_col', n), currency, total, pg_temp.raw(total), total, pg_temp.raw(total), captured, pg_temp.raw(captured), refunded, pg_temp.raw(refunded),
     case when is_canceled then 'canceled' when is_paid then 'completed' else 'authorized' end, placed_at, coalesce(captured_at, placed_at), captured_at
   from seed_payment, lateral (select case when is_paid then total else 0 end as captured) paid order by n`,

  `insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data, context, status, authorized_at, payment_collection_id, metadata, created_at, updated_at)
   select pg_temp.id('payses', n), currency, total, pg_temp.raw(total), 'pp_system_default', '{}', '{}', 'authorized', placed_at, pg_temp.id('pay_col', n), '{}', placed_at, placed_at
   from seed_payment order by n`,

  `insert into payment (id, amount, raw_amount, currency_code, provider_id, data, captured_at, canceled_at, payment_collection_id, payment_session_id, created_at, updated_at)
   select pg_temp.id('pay', n), total, pg_temp.raw(total), currency, 'pp_system_default', '{}', captured_at, case when is_canceled then placed_at + interval '1 hour' end,
     pg_temp.id('pay_col', n), pg_temp.id('payses', n), placed_at, coalesce(captured_at, placed_at)
   from seed_payment order by n`,

  `insert into capture (id, amount, raw_amount, payment_id, created_at, updated_at)
   select pg_temp.id('capt', n), total, pg_temp.raw(total), pg_temp.id('pay', n), captured_at, captured_at from seed_payment where is_paid order by n`,

  `insert into refund (id, amount, raw_amount, payment_id, created_at, updated_at)
   select pg_temp.id('ref', n), refunded, pg_temp.raw(refunded), pg_temp.id('pay', n), refunded_at, refunded_at from seed_payment where refunded > 0 order by n`,

  `insert into order_payment_collection (id, order_id, payment_collection_id, created_at, updated_at)
   select pg_temp.id('ordpay', n), pg_temp.id('order', n), pg_temp.id('pay_col', n), placed_at, placed_at from seed_payment order by n`,
]

/** The transactions that an order counts as paid and refunded. */
export const writeTransactions = `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id, created_at, updated_at)
   select pg_temp.id('ordtrx', n * 2), pg_temp.id('order', n), 1, total, pg_temp.raw(total), currency, 'capture', pg_temp.id('capt', n), captured_at, captured_at
   from seed_payment where is_paid
   union all
   select pg_temp.id('ordtrx', n * 2 + 1), pg_temp.id('order', n), 6, -refunded, pg_temp.raw(-refunded), currency, 'refund', pg_temp.id('ref', n), refunded_at, refunded_at
   from seed_payment where refunded > 0 order by 1`
