import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"
import type {
  AdminCustomerGroupChange,
  AdminGroupChangesParams,
  AdminGroupOperationListParams,
  AdminMembershipChange,
  AdminPastGroupMember,
  AdminPastGroupMemberListParams,
  GroupChange,
  GroupOperationDTO,
} from "../../../types"
import { checkDate } from "../checks/dates"
import { customerNotFound, operationNotFound } from "../errors"
import { spanOf } from "../history/dates"
import type { Place } from "../repositories/group-changes"
import { readOn } from "../sql/read-on"
import { sql } from "../sql/sql"
import { PAGE } from "./base"
import { HealthService } from "./health"

/** Changes that are read at once for an export: some megabytes. */
const CHANGES_AT_ONCE = 10_000

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** What was done to groups, who was in them, and how that changed. */
export class HistoryService extends HealthService {
  /** A page of what was done to a group, newest first; also of one that is deleted by now. */
  @InjectManager()
  async listOperations(
    groupId: string,
    params: AdminGroupOperationListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ operations: GroupOperationDTO[]; count: number }> {
    return this.dependencies.operationsRepository.list(groupId, { ...PAGE, ...params }, context)
  }

  /** @throws NOT_FOUND there is no such operation */
  @InjectManager()
  async retrieveOperation(id: string, @MedusaContext() context: Context = {}): Promise<GroupOperationDTO> {
    const operation = await this.dependencies.operationsRepository.retrieve(id, context)
    if (!operation) throw operationNotFound(id)
    return operation
  }

  /**
   * A page of the customers that an operation moved; nobody, where that is no longer kept.
   * @throws NOT_FOUND there is no such operation
   */
  @InjectManager()
  async listOperationChanges(
    id: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ changes: AdminMembershipChange[]; count: number }> {
    const { is_kept } = await this.retrieveOperation(id, context)
    if (!is_kept) return { changes: [], count: 0 }
    return this.dependencies.operationsRepository.listChanges(id, { ...PAGE, ...page }, context)
  }

  /**
   * A page of the members of a group as they were at a moment, or at the end of a calendar day of the store; also of those
   * who are deleted since.
   *
   * @throws NOT_FOUND the group does not exist or is deleted · INVALID_DATA `at` is no date, in the future, or before the
   * log of the group begins
   */
  @InjectManager()
  async listPastMembers(
    groupId: string,
    { at, ...params }: AdminPastGroupMemberListParams,
    @MedusaContext() context: Context = {},
  ): Promise<{ members: AdminPastGroupMember[]; count: number; at: Date; known_since: Date }> {
    checkDate(at, "at")
    await this.requireGroup(groupId, context)
    const { pastMembersRepository } = this.dependencies
    const span = spanOf(at, this.environment())
    const moment = await pastMembersRepository.retrieveMoment(groupId, span, context)
    if (moment.is_future) throw invalid(`at: ${at} is in the future.`)
    if (!moment.is_known) {
      const since = moment.known_since ? `only since ${moment.known_since.toISOString()}` : "nothing yet"
      throw invalid(`at: ${at} is too early; of the members of this group is known ${since}.`)
    }
    const asked = { order: "-joined_at", ...PAGE, ...params }
    const found = await pastMembersRepository.list(groupId, moment.exact, asked, context)
    return { ...found, at: moment.at, known_since: moment.known_since }
  }

  /**
   * A page of the groups that a customer joined and left, newest first; also of groups that are deleted since.
   * @throws NOT_FOUND the customer does not exist or is deleted
   */
  @InjectManager()
  async listGroupChangesOfCustomer(
    customerId: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ changes: AdminCustomerGroupChange[]; count: number; known_since: Date | null }> {
    const { membershipsRepository, groupChangesRepository } = this.dependencies
    if (!(await membershipsRepository.hasCustomer(customerId, context))) throw customerNotFound(customerId)
    return groupChangesRepository.listOfCustomer(customerId, { ...PAGE, ...page }, context)
  }

  /**
   * All changes to the members of a group between two moments or days, oldest first: there may be millions, of
   * which some thousands are read at a time. Those that come while one reads are left out.
   *
   * @throws NOT_FOUND the group does not exist or is deleted · INVALID_DATA naming the field that is no date
   */
  async readGroupChanges(groupId: string, params: AdminGroupChangesParams = {}): Promise<AsyncGenerator<GroupChange>> {
    const bounds = await this.retrieveBounds_(groupId, params)
    return this.readBetween(groupId, bounds)
  }

  private async *readBetween(groupId: string, bounds: { begin: string; end: string }): AsyncGenerator<GroupChange> {
    const changes = readOn(CHANGES_AT_ONCE, (after?: Place) => this.listNextChanges_(groupId, bounds, after))
    for await (const change of changes) if (change.stands) yield change
  }

  @InjectManager()
  protected async retrieveBounds_(
    groupId: string,
    { from, to }: AdminGroupChangesParams,
    @MedusaContext() context: Context = {},
  ) {
    if (from !== undefined) checkDate(from, "from")
    if (to !== undefined) checkDate(to, "to")
    await this.requireGroup(groupId, context)
    const environment = this.environment()
    const begin = from === undefined ? sql`'-infinity'::timestamptz` : spanOf(from, environment).begin
    const end = to === undefined ? sql`'infinity'::timestamptz` : spanOf(to, environment).end
    return this.dependencies.groupChangesRepository.retrieveBounds({ begin, end }, context)
  }

  /** On a connection for each page: whoever reads slowly keeps none. */
  @InjectManager()
  protected async listNextChanges_(
    groupId: string,
    bounds: { begin: string; end: string },
    after: Place | undefined,
    @MedusaContext() context: Context = {},
  ) {
    return this.dependencies.groupChangesRepository.listNext(groupId, bounds, after, CHANGES_AT_ONCE, context)
  }
}
