import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminGroupExclusion, ExcludeCustomersInput, GroupOperationDTO, LiftExclusionInput } from "../../../types"
import { excludeCustomers } from "../changes/exclude-customers"
import { liftExclusion } from "../changes/lift-exclusion"
import { PAGE } from "./base"
import { InsightsService } from "./insights"

/** Customers who stay out of an automatic group although its criteria match. */
export class ExclusionsService extends InsightsService {
  /**
   * A page of the customers who stay out of an automatic group although its criteria match, newest first.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async listExclusions(
    groupId: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ exclusions: AdminGroupExclusion[]; count: number }> {
    await this.requireGroup(groupId, context)
    return this.dependencies.exclusionsRepository.list(groupId, { ...PAGE, ...page }, context)
  }

  /**
   * Takes customers out of an automatic group, whoever put them there, and keeps them out until a moment or for good. An
   * exclusion that stands is replaced.
   *
   * @throws NOT_FOUND the group or some of the customers do not exist · NOT_ALLOWED the group has no criteria ·
   * INVALID_DATA no or too many ids, a reason that is too long, an end that is over
   */
  async excludeCustomers(input: ExcludeCustomersInput, context: Context = {}): Promise<GroupOperationDTO> {
    return this.retried((within) => this.excludeCustomers_(input, within), context)
  }

  @InjectTransactionManager()
  protected async excludeCustomers_(input: ExcludeCustomersInput, @MedusaContext() context: Context = {}) {
    return excludeCustomers(this.dependencies, input, new Date(), context)
  }

  /**
   * Lifts the exclusion of a customer; who matches the criteria is in again at once.
   *
   * @throws NOT_FOUND the group does not exist, or the customer is not excluded from it
   */
  async liftExclusion(input: LiftExclusionInput, context: Context = {}): Promise<GroupOperationDTO> {
    return this.retried((within) => this.liftExclusion_(input, within), context)
  }

  @InjectTransactionManager()
  protected async liftExclusion_(input: LiftExclusionInput, @MedusaContext() context: Context = {}) {
    return liftExclusion(this.dependencies, input, this.environment(), context)
  }
}
