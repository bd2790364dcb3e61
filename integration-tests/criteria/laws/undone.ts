import type { Context } from "@medusajs/framework/types"
import { analyse, type Criteria } from "../../../src/modules/customer-groups/criteria"
import { rowsOf } from "../../../src/modules/customer-groups/sql/run"
import { sql } from "../../../src/modules/customer-groups/sql/sql"
import { repositories } from "../../helpers/repositories"
import type { Bench } from "./law"

/** Groups of the shop that are there. */
const LIVING = ["cusgroup_1", "cusgroup_2", "cusgroup_empty"]

const undo = new Error("What a law has tried is undone.")

/** Runs work in a transaction, and undoes it: the next law finds the shop as it was. */
export const undone = async <Result>(
  { app }: Bench,
  work: (context: Context) => Promise<Result>,
): Promise<Result | undefined> => {
  let result: Result | undefined
  await app
    .inTransaction(async (context) => {
      result = await work(context)
      throw undo
    })
    .catch((error) => {
      if (error !== undo) throw error
    })
  return result
}

/** Makes a group with criteria, whatever they name: what must exist when they are saved is another matter. */
export const aGroupWith = async (
  id: string,
  { criteria, stay = null }: { criteria: Criteria; stay?: { days?: number; leave_criteria?: Criteria } | null },
  context: Context,
): Promise<void> => {
  await rowsOf(context, sql`insert into customer_group (id, name) values (${id}, ${id})`)
  await repositories.criteriaRepository.save(id, { criteria, stay, guard: { off: true } }, context)
}

/** Ids of the members who live, in order. */
export const membersOf = async (groupId: string, context: Context): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    context,
    sql`select customer.id from customer_group_customer member join customer on customer.id = member.customer_id
      where member.customer_group_id = ${groupId} and customer.deleted_at is null`,
  )
  return rows.map(({ id }) => id).sort()
}

/** A group that is not there and looked at stops an evaluation: there is nothing to compare then. */
export const canBeEvaluated = (criteria: Criteria): boolean =>
  analyse(criteria).groupIds.every((id) => LIVING.includes(id))
