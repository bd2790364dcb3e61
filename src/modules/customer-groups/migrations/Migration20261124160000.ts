import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { CREATE_LOG_FUNCTIONS, DROP_LOG_FUNCTIONS } from "../log/functions"
import { CREATE_LOG_TABLES, DROP_LOG_TABLES } from "../log/tables"
import { ATTACH_LOG, DETACH_LOG } from "../log/triggers"

export class Migration20261124160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists customer_group_state (
      id text not null primary key,
      kind text not null default 'manual' check (kind in ('manual', 'automatic')),
      manual_count integer not null default 0,
      criteria_count integer not null default 0,
      baseline_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz null
    );`)
    // No foreign key to the group: its history outlives it.
    this.addSql(`create table if not exists customer_group_operation (
      id text not null primary key,
      group_id text not null,
      type text not null check (type in ('create', 'update', 'delete', 'change_members')),
      status text not null default 'running' check (status in ('running', 'succeeded', 'failed')),
      actor_type text null,
      actor_id text null,
      joined integer not null default 0,
      "left" integer not null default 0,
      details jsonb null,
      error text null,
      finished_at timestamptz null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz null
    );`)
    this.addSql(`create index if not exists "IDX_customer_group_operation_group_id_created_at"
      on customer_group_operation (group_id, created_at) where deleted_at is null;`)
    this.addSql(CREATE_LOG_TABLES)
    this.addSql(CREATE_LOG_FUNCTIONS)
    this.addSql(ATTACH_LOG)
  }

  override async down(): Promise<void> {
    this.addSql(DETACH_LOG)
    this.addSql(DROP_LOG_FUNCTIONS)
    this.addSql(DROP_LOG_TABLES)
    this.addSql(`drop table if exists customer_group_operation;`)
    this.addSql(`drop table if exists customer_group_state;`)
  }
}
