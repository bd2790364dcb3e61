import { type Check, noRows } from "./check"

/** Groups are made within the run: their log tells everything from the first member on. */
const replayed: Check = {
  name: "replaying the log gives the memberships, each with its source",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `with last as (
         select distinct on (group_id, customer_id) group_id, customer_id, change, source
         from customer_group_membership_change order by group_id, customer_id, id desc
       ),
       told as (select group_id, customer_id, source from last where change <> 'left'),
       standing as (
         select customer_group_id as group_id, customer_id,
           case when created_by = 'criteria' then 'criteria' else 'manual' end as source
         from customer_group_customer
       )
       select * from told full join standing using (group_id, customer_id)
       where told.source is distinct from standing.source`,
    ),
}

const inTurn: Check = {
  name: "in the log each customer joins and leaves a group in turn",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `select * from (
         select id, group_id, customer_id, change,
           lag(change) over (partition by group_id, customer_id order by id) as before
         from customer_group_membership_change where change <> 'source_changed'
       ) change
       where (before is null and change <> 'joined') or before = change`,
    ),
}

const onceEach: Check = {
  name: "no operation moves a customer twice, unless it was taken back",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `select operation_id, customer_id, count(*)::int as changes from customer_group_membership_change change
       join customer_group_operation operation on operation.id = change.operation_id and operation.status = 'succeeded'
       where change.change <> 'source_changed'
       group by 1, 2 having count(*) > 1`,
    ),
}

const counted: Check = {
  name: "counts are the memberships that stand",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `with standing as (
         select customer_group_id as id,
           count(*) filter (where created_by is distinct from 'criteria')::int as manual,
           count(*) filter (where created_by = 'criteria')::int as criteria
         from customer_group_customer group by 1
       ),
       unfolded as (
         select group_id as id,
           sum(joined_manual - left_manual + turned_manual - turned_criteria)::int as manual,
           sum(joined_criteria - left_criteria + turned_criteria - turned_manual)::int as criteria
         from customer_group_outbox group by 1
       ),
       figures as (
         select id, state.manual_count + coalesce(unfolded.manual, 0) as counted_manual,
           coalesce(standing.manual, 0) as manual,
           state.criteria_count + coalesce(unfolded.criteria, 0) as counted_criteria,
           coalesce(standing.criteria, 0) as criteria
         from customer_group_state state left join unfolded using (id) left join standing using (id)
       )
       select * from figures where counted_manual <> manual or counted_criteria <> criteria`,
    ),
}

const operationsAddUp: Check = {
  name: "what operations say they moved is what the log says",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `select operation.id, operation.type, operation.joined, operation."left", logged.joined as logged_joined,
         logged."left" as logged_left
       from customer_group_operation operation
       left join lateral (
         select count(*) filter (where change = 'joined')::int as joined,
           count(*) filter (where change = 'left')::int as "left"
         from customer_group_membership_change where operation_id = operation.id
       ) logged on true
       where operation.status = 'succeeded'
         and (operation.joined, operation."left") is distinct from (logged.joined, logged."left")`,
    ),
}

export const log: Check[] = [replayed, inTurn, onceEach, counted, operationsAddUp]
