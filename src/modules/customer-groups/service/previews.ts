import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import type {
  AdminCriteriaAttribute,
  AdminCriteriaPreview,
  AdminCriteriaTemplate,
  AdminCriteriaValue,
  AdminCriteriaValueMatch,
  ListCriteriaValuesInput,
  MatchCriteriaValuesInput,
  PreviewCriteriaInput,
  PreviewCriteriaOptions,
} from "../../../types"
import { describeAttributes, texts } from "../criteria"
import { templatesIn } from "../criteria/templates"
import { listAttributeValues } from "../previews/attribute-values"
import { ConditionCounts } from "../previews/condition-counts"
import { matchAttributeValues } from "../previews/match-values"
import { checkPreview, partsOfPreview, type Previewed } from "../previews/preview-criteria"
import { isPersonal } from "../previews/value-sources"
import { progressOf } from "../statistics/progress"
import { HeavyWorkService } from "./heavy-work"

/** Milliseconds that one statement of a preview may take: nobody looks at a form for longer. */
const TIMEOUT = 60_000
const TOOK_TOO_LONG = `criteria: These criteria take longer than ${TIMEOUT / 1_000} seconds to preview.`

/** What criteria would do, and what they can be made from. */
export class PreviewsService extends HeavyWorkService {
  private readonly conditionCounts = new ConditionCounts()

  /**
   * What criteria would do if they were saved now: in numbers, some customers, and how many each condition alone holds.
   * Changes nothing. While the facts that they read are being counted, the answer says so instead.
   *
   * @throws NOT_FOUND no such group · INVALID_DATA naming the place in the criteria · TooBusyError too many at once ·
   * the signal's reason, once it is aborted
   */
  async previewCriteria(
    input: PreviewCriteriaInput,
    { signal }: PreviewCriteriaOptions = {},
  ): Promise<AdminCriteriaPreview> {
    const previewed = await this.checkPreview_(input)
    if (previewed.readsFacts) {
      const state = await this.retrieveStatisticsState()
      if (state.status !== "ready") return { status: "statistics_building", progress: progressOf(state) }
    }
    const session = { counts: this.conditionCounts, environment: this.environment() }
    const { parts, answer } = partsOfPreview(this.dependencies, previewed, session)
    await this.workHard({ parts, signal, timeoutMs: TIMEOUT, tookTooLong: TOOK_TOO_LONG })
    return answer()
  }

  @InjectManager()
  protected async checkPreview_(
    input: PreviewCriteriaInput,
    @MedusaContext() context: Context = {},
  ): Promise<Previewed> {
    return checkPreview(this.dependencies, input, context)
  }

  /** Everything known of a customer that a condition can test, with its texts. */
  listCriteriaAttributes(locale = "en"): AdminCriteriaAttribute[] {
    return describeAttributes(texts.languageOf(locale))
  }

  /**
   * Whether values of an attribute, or of one of its parameters, are shown only to who may see customers.
   * @throws NOT_FOUND no such attribute or parameter
   */
  hasPersonalValues(input: Pick<ListCriteriaValuesInput, "attribute" | "parameter">): boolean {
    return isPersonal(input)
  }

  /**
   * Values that a condition can compare with or be given: fixed choices, things of the shop, or what occurs in it.
   * @throws NOT_FOUND no such attribute or parameter
   */
  @InjectManager()
  async listCriteriaValues(
    input: ListCriteriaValuesInput,
    @MedusaContext() context: Context = {},
  ): Promise<AdminCriteriaValue[]> {
    return listAttributeValues(this.dependencies, input, context)
  }

  /**
   * Which values of the shop are meant by names, codes or ids that somebody has pasted or typed, and what may have been
   * meant by those that are none.
   * @throws NOT_FOUND no such attribute or parameter
   */
  @InjectManager()
  async matchCriteriaValues(
    input: MatchCriteriaValuesInput,
    @MedusaContext() context: Context = {},
  ): Promise<AdminCriteriaValueMatch[]> {
    return matchAttributeValues(this.dependencies, input, context)
  }

  /** Criteria to begin with, in the store's default currency. */
  @InjectManager()
  async listCriteriaTemplates(locale = "en", @MedusaContext() context: Context = {}): Promise<AdminCriteriaTemplate[]> {
    const currency = await this.dependencies.referencesRepository.retrieveDefaultCurrency(context)
    return templatesIn(texts.languageOf(locale), currency)
  }
}
