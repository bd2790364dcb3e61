import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminGroupInsights, GroupInsightsInput, GroupInsightsOptions } from "../../../types"
import type { Environment } from "../criteria"
import { type AskedInsights, checkInsights, insightParts } from "../insights/insight-parts"
import { RememberedFigures } from "../insights/remembered"
import { PreviewsService } from "./previews"

/** Milliseconds that one statement may take. */
const TIMEOUT = 30_000
const TOOK_TOO_LONG = `These figures take longer than ${TIMEOUT / 1_000} seconds to work out.`

/** How a group grew, and what its members do. */
export class InsightsService extends PreviewsService {
  private readonly figures = new RememberedFigures()

  /**
   * Size of a group over time, orders and countries of its members, and groups that share members with it. What takes long
   * is remembered for some minutes; the answer says as of when it is.
   *
   * @throws NOT_FOUND no such group · INVALID_DATA naming the field · TooBusyError too many at once · the signal's reason,
   * once it is aborted
   */
  async retrieveGroupInsights(
    groupId: string,
    input: GroupInsightsInput = {},
    { signal }: GroupInsightsOptions = {},
  ): Promise<AdminGroupInsights> {
    const environment = this.environment()
    const asked = await this.checkInsights_(groupId, input, environment)
    const { parts, answer } = insightParts(this.dependencies, asked, { remembered: this.figures, environment })
    if (parts.length) await this.workHard({ parts, signal, timeoutMs: TIMEOUT, tookTooLong: TOOK_TOO_LONG })
    return answer()
  }

  @InjectManager()
  protected async checkInsights_(
    groupId: string,
    input: GroupInsightsInput,
    environment: Environment,
    @MedusaContext() context: Context = {},
  ): Promise<AskedInsights> {
    return checkInsights(this.dependencies, groupId, input, environment, context)
  }
}
