import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124210000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists customer_group_criteria (
      id text not null primary key,
      group_id text not null,
      criteria jsonb not null,
      version integer not null default 1,
      status text not null default 'active' check (status in ('active', 'paused')),
      stay jsonb null,
      guard jsonb null,
      evaluated_at timestamptz null,
      error jsonb null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz null
    );`)
    this.addSql(`create unique index if not exists "IDX_customer_group_criteria_group_id_unique"
      on customer_group_criteria (group_id) where deleted_at is null;`)
    // No foreign key to the customer: who is deleted and restored is still excluded.
    this.addSql(`create table if not exists customer_group_exclusion (
      id text not null primary key,
      group_id text not null,
      customer_id text not null,
      reason text null,
      until timestamptz null,
      actor_type text null,
      actor_id text null,
      operation_id text null,
      lifted_by text null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz null
    );`)
    this.addSql(`create unique index if not exists "IDX_customer_group_exclusion_group_id_customer_id_unique"
      on customer_group_exclusion (group_id, customer_id) where deleted_at is null;`)
    this.addSql(`create index if not exists "IDX_customer_group_exclusion_customer_id"
      on customer_group_exclusion (customer_id) where deleted_at is null;`)

    this.addSql(`alter table customer_group_operation add column if not exists reason text null;`)
    this.addSql(`alter table customer_group_operation
      drop constraint if exists customer_group_operation_type_check,
      drop constraint if exists customer_group_operation_status_check;`)
    this.addSql(`alter table customer_group_operation
      add constraint customer_group_operation_type_check check (type in ('create', 'update', 'delete', 'change_members',
        'set_criteria', 'remove_criteria', 'pause', 'resume', 'evaluate')),
      add constraint customer_group_operation_status_check check (status in ('running', 'held', 'succeeded', 'failed',
        'discarded'));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists customer_group_exclusion;`)
    this.addSql(`drop table if exists customer_group_criteria;`)
    this.addSql(`alter table customer_group_operation drop column if exists reason;`)
  }
}
