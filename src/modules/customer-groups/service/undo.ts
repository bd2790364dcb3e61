import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { UndoOperationInput } from "../../../types"
import { takeBackUndo, type Undone, undoOperation } from "../changes/undo-operation"
import { CombinationsService } from "./combinations"

/** Of an operation that moved more customers than this the undo can be watched and cancelled. */
const MANY = 5_000

/** Taking back what was done to groups. */
export class UndoService extends CombinationsService {
  /**
   * Undoes an operation: takes back what it did to members, exclusions, criteria, name and metadata, and nothing else.
   * Members come back with the source and the date they had. What somebody else has changed since stays.
   *
   * @throws NOT_FOUND no such operation, or its group is deleted · NOT_ALLOWED it cannot be undone, is undone already, or
   * everything of it has been changed since · DUPLICATE_ERROR the name from before is taken
   */
  async undoOperation(input: UndoOperationInput, context: Context = {}): Promise<Undone> {
    // Within a transaction of the caller's nothing of it can be seen before the end.
    if (!context.transactionManager && (await this.isLongUndo_(input.operation_id)))
      return (await this.workOnRecord({ kind: "undo", input }, input.undo_id)) as Undone
    return this.retried((within) => this.undoOperation_(input, within), context)
  }

  @InjectManager()
  protected async isLongUndo_(operationId: string, @MedusaContext() context: Context = {}): Promise<boolean> {
    const undone = await this.dependencies.operationsRepository.retrieve(operationId, context)
    return undone !== undefined && undone.joined + undone.left > MANY
  }

  @InjectTransactionManager()
  protected async undoOperation_(input: UndoOperationInput, @MedusaContext() context: Context = {}) {
    return undoOperation(this.dependencies, input, context)
  }

  /** Takes back an undo because a later step failed: the compensation of `undoOperation`. */
  @InjectTransactionManager()
  async takeBackUndo(undoId: string, error: string, @MedusaContext() context: Context = {}): Promise<void> {
    await takeBackUndo(this.dependencies, undoId, error, context)
    this.wakeRelay()
  }
}
