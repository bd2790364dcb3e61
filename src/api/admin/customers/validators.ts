import { z } from "@medusajs/framework/zod"
import { flag, page, text } from "../../utils/schemas"

/** Each group may take a statement of its own. */
const MAX_EXPLAINED = 50

export const GetGroupMembershipsParams = z.strictObject({
  is_member: flag.optional(),
  group_id: text().min(1).optional(),
  language: z.enum(["en", "de"]).optional(),
  limit: page.limit.pipe(z.number().max(MAX_EXPLAINED)),
  offset: page.offset,
})
