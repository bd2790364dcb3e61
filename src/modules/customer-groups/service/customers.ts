import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { CustomersEvaluation, EvaluateCustomersInput } from "../../../types"
import { evaluateCustomers } from "../changes/evaluate-customers"
import { checkIds } from "../checks/ids"
import { DeletedGroupsService } from "./deleted-groups"

/** Customers who have changed, evaluated for all groups. */
export class ChangedCustomersService extends DeletedGroupsService {
  /**
   * Evaluates some customers, one or thousands, for all active groups at once: each group after those that its criteria
   * look at, an operation for each group in which somebody moves. Ranked groups are left out: they depend on everybody.
   * @throws INVALID_DATA too many ids
   */
  async evaluateCustomers(input: EvaluateCustomersInput, context: Context = {}): Promise<CustomersEvaluation> {
    return this.retried((within) => this.evaluateCustomers_(input, within), context)
  }

  @InjectTransactionManager()
  protected async evaluateCustomers_(
    { have_orders_changed: haveOrdersChanged = true, ...given }: EvaluateCustomersInput,
    @MedusaContext() context: Context = {},
  ) {
    const input = { ...given, customer_ids: [...new Set(given.customer_ids)] }
    checkIds(input.customer_ids, "customer_ids")
    if (haveOrdersChanged) await this.dependencies.statisticsRepository.refresh(input.customer_ids, context)
    return evaluateCustomers(this.dependencies, input, this.environment(), context)
  }
}
