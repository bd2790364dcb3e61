import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminCustomerGroupMembership, GroupCriteriaDetails, ListGroupMembershipsInput } from "../../../types"
import { checkCriteria } from "../checks/criteria"
import { describe, problemsOf } from "../criteria"
import { customerNotFound } from "../errors"
import { type Explaining, explainMembership } from "../explanations/explain-membership"
import { wordingOf } from "../explanations/wording"
import { PAGE } from "./base"
import { ExclusionsService } from "./exclusions"

/** Why a customer is in a group, or what is missing. */
export class ExplanationsService extends ExclusionsService {
  /**
   * A page of groups, at most 50, with how it is with one customer in each: source and since when, who added or excluded
   * them, and for automatic groups which conditions hold, or what is missing. The customer's groups, unless something
   * else is asked.
   *
   * @throws NOT_FOUND the customer or the group does not exist or is deleted
   */
  @InjectTransactionManager()
  async listGroupMemberships(
    customerId: string,
    {
      group_id,
      is_member = group_id === undefined ? true : undefined,
      language = "en",
      may_see_orders = true,
      ...page
    }: ListGroupMembershipsInput = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ group_memberships: AdminCustomerGroupMembership[]; count: number }> {
    const { membershipsRepository, referencesRepository, statisticsRepository } = this.dependencies
    if (!(await membershipsRepository.hasCustomer(customerId, context))) throw customerNotFound(customerId)
    if (group_id !== undefined) await this.requireGroup(group_id, context)
    const filter = { ...PAGE, ...page, is_member, group_id }
    const { memberships, count } = await membershipsRepository.list(customerId, filter, context)

    await membershipsRepository.prepare(context)
    const explaining: Explaining = {
      membershipsRepository,
      referencesRepository,
      customerId,
      environment: this.environment(),
      language,
      hasFacts: (await statisticsRepository.retrieveState(context)).status === "ready",
      maySeeOrders: may_see_orders,
      withRanks: group_id !== undefined,
    }
    const group_memberships: AdminCustomerGroupMembership[] = []
    for (const { criteria, ...membership } of memberships) {
      const why = criteria && (await explainMembership(explaining, criteria, context))
      group_memberships.push({ ...membership, why })
    }
    return { group_memberships, count }
  }

  /**
   * Criteria as a sentence that a person reads, with the names of what they know by its id.
   *
   * @param locale `en` or `de-AT`: its words, and how it writes numbers and dates
   * @throws INVALID_DATA naming the place in the criteria
   */
  @InjectManager()
  async describeCriteria(given: unknown, locale = "en", @MedusaContext() context: Context = {}): Promise<string> {
    const criteria = checkCriteria(given)
    return describe(criteria, await wordingOf(this.dependencies, [criteria], locale, context))
  }

  /** The criteria of groups as sentences, by the group's id; of none that have become invalid. */
  @InjectManager()
  async describeCriteriaOf(
    groupIds: string[],
    locale = "en",
    @MedusaContext() context: Context = {},
  ): Promise<Map<string, string>> {
    if (!groupIds.length) return new Map()
    const stored = await this.dependencies.criteriaRepository.listOf(groupIds, context)
    const valid = stored.filter(({ criteria }) => problemsOf(criteria).length === 0)
    const all = valid.map(({ criteria }) => criteria)
    const wording = await wordingOf(this.dependencies, all, locale, context)
    return new Map(valid.map(({ group_id, criteria }) => [group_id, describe(criteria, wording)]))
  }

  /**
   * What makes a group automatic, as its page shows it: with its sentence, and the evaluations that wait for a person or
   * are going on.
   *
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async retrieveCriteriaDetails(
    groupId: string,
    locale = "en",
    @MedusaContext() context: Context = {},
  ): Promise<GroupCriteriaDetails> {
    const criteria = await this.retrieveCriteria(groupId, context)
    if (!criteria) return { criteria, sentence: null, held_operation: null, running_operation: null }
    const isValid = problemsOf(criteria.criteria).length === 0
    return {
      criteria,
      sentence: isValid ? await this.describeCriteria(criteria.criteria, locale, context) : null,
      held_operation: (await this.dependencies.operationsRepository.retrieveHeld(groupId, context)) ?? null,
      running_operation: (await this.dependencies.operationsRepository.retrieveRunning(groupId, context)) ?? null,
    }
  }
}
