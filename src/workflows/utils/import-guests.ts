import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { GuestToMake } from "../../types"

/** Customers that are made at once: Medusa's workflow keeps all of them, and an event for each, until it ends. */
const GUESTS_AT_ONCE = 500

/** Goes through rows of an import, some at a time, by their lines. */
async function* inChunks<Row extends { line: number }>(next: (after: number) => Promise<Row[]>) {
  for (let after = 0; ;) {
    const rows = await next(after)
    if (!rows.length) return
    yield rows
    after = rows[rows.length - 1]!.line
  }
}

/**
 * Makes customers for the rows of an import that ask for it, by Medusa's own workflow, and writes down which.
 *
 * @param eventGroupId events of this group are told or dropped by the workflow that this is a part of
 */
export const makeGuests = async (
  importId: string,
  eventGroupId: string | undefined,
  container: MedusaContainer,
): Promise<void> => {
  const groups = container.resolve(CUSTOMER_GROUPS)
  for await (const guests of inChunks((after) => groups.listGuestsToMake(importId, after, GUESTS_AT_ONCE))) {
    const { result: made } = await createCustomersWorkflow(container).run({
      input: { customersData: guests.map(({ email }) => ({ email })) },
      context: { eventGroupId, preventReleaseEvents: true },
    })
    const idOf = new Map(made.map(({ id, email }) => [email, id]))
    const noted = guests.map(({ line, email }: GuestToMake) => ({ line, customer_id: idOf.get(email)! }))
    await groups.noteGuests(importId, noted)
  }
}

/** Deletes the customers that were made for an import which is not to stand. */
export const removeGuests = async (importId: string, container: MedusaContainer): Promise<void> => {
  const groups = container.resolve(CUSTOMER_GROUPS)
  const customers = container.resolve(Modules.CUSTOMER)
  for await (const guests of inChunks((after) => groups.listMadeGuests(importId, after, GUESTS_AT_ONCE))) {
    await customers.deleteCustomers(guests.map(({ customer_id }) => customer_id))
    await groups.forgetGuests(
      importId,
      guests.map(({ line }) => line),
    )
  }
}
