import { z } from "@medusajs/framework/zod"
import { CRITERIA_PREVIEW_PARTS } from "../../../../types"
import { language, oneOrMore, text } from "../../../utils/schemas"
import { id, settings } from "../validators"
import { tree } from "./tree"

const MAX_VALUES = 100

export const PreviewCriteriaBody = z.strictObject({
  criteria: tree,
  group_id: id.optional(),
  stay: settings.stay,
  parts: z.array(z.enum(CRITERIA_PREVIEW_PARTS)).min(1).max(CRITERIA_PREVIEW_PARTS.length).optional(),
})

export const DescribeCriteriaBody = z.strictObject({ criteria: tree, language: language.optional() })

export const GetCatalogueParams = z.strictObject({ language: language.optional() })

const MAX_ENTRIES = 1_000

export const MatchValuesBody = z.strictObject({
  entries: z.array(text().min(1)).min(1).max(MAX_ENTRIES),
  language: language.optional(),
  parameter: text().optional(),
  of: text().optional(),
  key_path: z.array(text()).min(1).max(MAX_VALUES).optional(),
})

export const GetValuesParams = z.strictObject({
  language: language.optional(),
  q: text().optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().int().min(1).max(MAX_VALUES))
    .optional(),
  value: oneOrMore(text()).optional(),
  parameter: text().optional(),
  of: text().optional(),
  key_path: oneOrMore(text()).optional(),
})
