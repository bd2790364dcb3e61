import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { UndoOperationInput } from "../../../types"
import { takeBackUndo, type Undone, undoOperation } from "../changes/undo-operation"
import { CopiesService } from "./copies"

/** Taking back what was done to groups. */
export class UndoService extends CopiesService {
  /**
   * Undoes an operation: takes back what it did to members, exclusions, criteria, name and metadata, and nothing else.
   * Members come back with the source and the date they had. What somebody else has changed since stays.
   *
   * @throws NOT_FOUND no such operation, or its group is deleted · NOT_ALLOWED it cannot be undone, is undone already, or
   * everything of it has been changed since · DUPLICATE_ERROR the name from before is taken
   */
  async undoOperation(input: UndoOperationInput, context: Context = {}): Promise<Undone> {
    return this.retried((within) => this.undoOperation_(input, within), context)
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
