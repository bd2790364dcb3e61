import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { ExportedMember } from "../../../types"
import type { PlacedMember } from "../repositories/members"
import { readOn } from "../sql/read-on"
import { HistoryService } from "./history"

/** Members that are read at once for an export: some megabytes. */
const MEMBERS_AT_ONCE = 5_000
const FILE_HOURS = 24
const FILES_AT_ONCE = 100

/** Members for files, and the files that are made of them. */
export class ExportsService extends HistoryService {
  /**
   * All living members of a group in the order in which they joined, some thousands at a time: there may be a million.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  async readMembers(groupId: string): Promise<AsyncGenerator<ExportedMember>> {
    await this.requireLiving_(groupId)
    return readOn<PlacedMember>(MEMBERS_AT_ONCE, (after) => this.listNextMembers_(groupId, after))
  }

  @InjectManager()
  protected async requireLiving_(groupId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.requireGroup(groupId, context)
  }

  /** On a connection for each page: a file that is written slowly keeps none. */
  @InjectManager()
  protected async listNextMembers_(
    groupId: string,
    after: PlacedMember | undefined,
    @MedusaContext() context: Context = {},
  ) {
    return this.dependencies.membersRepository.listNext(groupId, after, MEMBERS_AT_ONCE, context)
  }

  /** Notes that a file of Medusa's file module is to be removed after its time; see `exportedFileHours`. */
  @InjectTransactionManager()
  async rememberFile(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.filesRepository.remember(id, this.options.exportedFileHours ?? FILE_HOURS, context)
  }

  /** Files that have had their time. */
  @InjectManager()
  async listExpiredFiles(@MedusaContext() context: Context = {}): Promise<string[]> {
    return this.dependencies.filesRepository.listExpired(FILES_AT_ONCE, context)
  }

  /** Files that are removed. */
  @InjectTransactionManager()
  async forgetFiles(ids: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.filesRepository.forget(ids, context)
  }
}
