import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { CopiedGroup, CopyGroupInput, DuplicateGroupInput, PlannedCopy } from "../../../types"
import { copyGroup, planCopy } from "../changes/copy-group"
import { ExplanationsService } from "./explanations"

/** Groups made like others. */
export class CopiesService extends ExplanationsService {
  /**
   * What a copy of a group would be called and hold, if it can be made now. Changes nothing.
   *
   * @throws NOT_FOUND the group does not exist · INVALID_DATA its criteria have become invalid · NOT_ALLOWED what
   * customers have ordered is still being counted, and the criteria ask for it
   */
  @InjectManager()
  async planCopy(
    input: Pick<DuplicateGroupInput, "group_id" | "name" | "metadata">,
    @MedusaContext() context: Context = {},
  ): Promise<PlannedCopy> {
    return planCopy(this.dependencies, input, context)
  }

  /**
   * Gives a new group what another one has: its criteria with stay and guard, its exclusions, and, from now on, the
   * customers who are in it by hand. Members by criteria come in when it is evaluated.
   *
   * @throws NOT_FOUND one of the groups does not exist · INVALID_DATA the criteria have become invalid
   */
  async copyGroup(input: CopyGroupInput, context: Context = {}): Promise<CopiedGroup> {
    return this.withKnownSizes(() => this.retried((within) => this.copyGroup_(input, within), context), context)
  }

  @InjectTransactionManager()
  protected async copyGroup_(input: CopyGroupInput, @MedusaContext() context: Context = {}) {
    return copyGroup(this.dependencies, input, context)
  }
}
