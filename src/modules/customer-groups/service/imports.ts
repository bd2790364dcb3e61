import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"
import type {
  AdminGroupImportProblem,
  ApplyImportInput,
  GroupImportDTO,
  GroupOperationDTO,
  GuestToMake,
  ImportedRows,
  MadeGuest,
  StageImportInput,
} from "../../../types"
import { applyImport } from "../changes/apply-import"
import { newImport } from "../changes/stage-import"
import { checkApplicable, importNotFound } from "../checks/imports"
import type { NewImport } from "../repositories/imports"
import { readOn } from "../sql/read-on"
import { PAGE } from "./base"
import { ExportsService } from "./exports"

/** Problems that are read at once for a report: some megabytes. */
const PROBLEMS_AT_ONCE = 5_000

/** Files that are read in and checked, and then applied. */
export class ImportsService extends ExportsService {
  /**
   * Reads a file in, some rows at a time, and says what would come of it. Changes no group. Should reading end early,
   * nothing of it is kept.
   *
   * @throws NOT_FOUND the group does not exist or is deleted · INVALID_DATA file name or `unknown` · whatever reading throws
   */
  async stageImport(input: StageImportInput, rows: AsyncIterable<ImportedRows>): Promise<GroupImportDTO> {
    const begun = newImport(input)
    await this.beginImport_(begun)
    try {
      for await (const batch of rows) await this.writeImportRows_(begun.id, batch)
      return await this.withKnownSizes(() => this.checkImport_(begun, new Date()))
    } catch (error) {
      await this.removeImport(begun.id)
      throw error
    }
  }

  @InjectTransactionManager()
  protected async beginImport_(begun: NewImport, @MedusaContext() context: Context = {}): Promise<void> {
    await this.requireGroup(begun.groupId, context)
    await this.dependencies.importsRepository.begin(begun, context)
  }

  /** A transaction for some rows: a client that sends slowly keeps no connection. */
  @InjectTransactionManager()
  protected async writeImportRows_(id: string, batch: ImportedRows, @MedusaContext() context: Context = {}) {
    const isThere = await this.dependencies.importsRepository.write(id, batch, context)
    if (!isThere) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The file was sent too slowly. Send it again.")
  }

  @InjectTransactionManager()
  protected async checkImport_(
    { id, groupId, unknown }: NewImport,
    now: Date,
    @MedusaContext() context: Context = {},
  ): Promise<GroupImportDTO> {
    const { importsRepository: imports, importCheckRepository, criteriaRepository } = this.dependencies
    await this.requireGroup(groupId, context)
    const isAutomatic = Boolean(await criteriaRepository.retrieve(groupId, context))
    const check = { importId: id, groupId, unknown, isAutomatic, now }
    await imports.finishReading(id, await importCheckRepository.check(check, context), context)
    return this.retrieveImport(id, undefined, context)
  }

  /** Forgets a file that was read in; groups stay as they are. */
  @InjectTransactionManager()
  async removeImport(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.importsRepository.remove(id, context)
  }

  /**
   * A file that was read in and checked.
   *
   * @param groupId the group it was read in for; any, if left out
   * @throws NOT_FOUND there is none, or it has had its day
   */
  @InjectManager()
  async retrieveImport(id: string, groupId?: string, @MedusaContext() context: Context = {}): Promise<GroupImportDTO> {
    const found = await this.dependencies.importsRepository.retrieve(id, context)
    if (!found || (groupId !== undefined && found.group_id !== groupId)) throw importNotFound(id)
    return found
  }

  /**
   * A page of the rows that are not applied, in the order of the file.
   * @throws NOT_FOUND there is no such import
   */
  @InjectManager()
  async listImportProblems(
    id: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ problems: AdminGroupImportProblem[]; count: number }> {
    const { counts } = await this.retrieveImport(id, undefined, context)
    const problems = await this.dependencies.importsRepository.listProblems(id, { ...PAGE, ...page }, context)
    return { problems, count: counts.problems }
  }

  /** All rows that are not applied, some thousands at a time: there may be a million. */
  readImportProblems(id: string): AsyncGenerator<AdminGroupImportProblem> {
    return readOn<AdminGroupImportProblem>(PROBLEMS_AT_ONCE, (last) => this.listNextImportProblems_(id, last?.line))
  }

  @InjectManager()
  protected async listNextImportProblems_(id: string, after = 0, @MedusaContext() context: Context = {}) {
    return this.dependencies.importsRepository.listNextProblems(id, after, PROBLEMS_AT_ONCE, context)
  }

  /**
   * Keeps others from applying an import, until it is applied or `releaseImport` is called.
   *
   * @throws NOT_FOUND no such import · NOT_ALLOWED it is applied already or just now, or rows have problems
   */
  @InjectTransactionManager()
  async claimImport(
    { import_id, group_id, skip_problems = false }: ApplyImportInput,
    @MedusaContext() context: Context = {},
  ): Promise<GroupImportDTO> {
    const checked = await this.retrieveImport(import_id, group_id, context)
    await this.requireGroup(checked.group_id, context)
    checkApplicable(checked, skip_problems)
    if (await this.dependencies.importsRepository.claim(import_id, context)) return checked
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The import is being applied already.")
  }

  @InjectTransactionManager()
  async releaseImport(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.importsRepository.release(id, context)
  }

  /** Rows for which customers are to be made, behind a line. */
  @InjectManager()
  async listGuestsToMake(
    id: string,
    after: number,
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<GuestToMake[]> {
    return this.dependencies.importsRepository.listNextGuests(id, after, limit, context)
  }

  /** Writes down which customers were made. */
  @InjectTransactionManager()
  async noteGuests(id: string, guests: MadeGuest[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.importsRepository.noteGuests(id, guests, context)
  }

  /** Customers that were made for an import, behind a line. */
  @InjectManager()
  async listMadeGuests(
    id: string,
    after: number,
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<MadeGuest[]> {
    return this.dependencies.importsRepository.listMadeGuests(id, after, limit, context)
  }

  /** Says that the customers of these lines are no more. */
  @InjectTransactionManager()
  async forgetGuests(id: string, lines: number[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.importsRepository.forgetGuests(id, lines, context)
  }

  /**
   * Does what a checked import says, as one operation: all of it, or nothing. Guests have been made before (the workflow
   * does it); for whom nobody was made is left out.
   *
   * @throws NOT_FOUND no such import, or its group is deleted · NOT_ALLOWED it is applied already, rows have problems, or
   * the group has lost its criteria since the check
   */
  async applyImport(input: ApplyImportInput, context: Context = {}): Promise<GroupOperationDTO> {
    // Within a transaction of the caller's nothing of it can be seen before the end.
    if (!context.transactionManager)
      return (await this.workOnRecord({ kind: "import", input }, input.operation_id)).operation
    return this.retried((within) => this.applyImport_(input, within), context)
  }

  @InjectTransactionManager()
  protected async applyImport_(input: ApplyImportInput, @MedusaContext() context: Context = {}) {
    return applyImport(this.dependencies, input, context)
  }

  /** Takes an import back because a later step failed: the compensation of `applyImport`. It can be applied again. */
  @InjectTransactionManager()
  async reopenImport(operationId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.importsRepository.reopen(operationId, context)
  }

  /** Removes an import that has had its day. Answers how many: 0 or 1. */
  @InjectTransactionManager()
  async purgeImport(@MedusaContext() context: Context = {}): Promise<number> {
    return this.dependencies.importsRepository.purgeOne(context)
  }
}
