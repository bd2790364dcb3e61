import { z } from "@medusajs/framework/zod"
import { COMBINE_WAYS } from "../../../types/http/combinations"
import { GROUP_EXPORT_COLUMNS, GROUP_EXPORT_FORMATS } from "../../../types/http/exports"
import { UNKNOWN_CUSTOMERS } from "../../../types/http/imports"
import { GROUP_INSIGHT_PARTS } from "../../../types/http/insights"
import { OPERATION_STATUSES, OPERATION_TYPES } from "../../../types/http/operations"
import { dates, flag, language, listed, moment, oneOrMore, orderOf, page, text } from "../../utils/schemas"
import { tree } from "./criteria/tree"

const MAX_ID_LENGTH = 255
const MAX_GROUPS = 1_000
const MAX_REASON_LENGTH = 255
const MAX_DAY_LENGTH = 10
const MAX_COMPARED_GROUPS = 20
const MAX_DATE_LENGTH = 35

export const id = text(MAX_ID_LENGTH).min(1)
const kind = z.enum(["manual", "automatic"])
const criteriaStatus = z.enum(["none", "active", "paused", "held", "failed", "running", "statistics_building"])
const source = z.enum(["manual", "criteria"])

export const GetOverviewParams = z.strictObject({
  q: text().optional(),
  id: oneOrMore(id).optional(),
  kind: oneOrMore(kind).optional(),
  criteria_status: oneOrMore(criteriaStatus).optional(),
  has_customers: flag.optional(),
  is_used: flag.optional(),
  created_at: dates.optional(),
  updated_at: dates.optional(),
  order: orderOf(
    ["name", "kind", "member_count", "growth_30_days", "usage_count", "criteria_status", "created_at", "updated_at"],
    "-created_at",
  ),
  language: language.optional(),
  ...page,
})

const memberFilter = {
  q: text().optional(),
  source: source.optional(),
  has_account: flag.optional(),
  joined_at: dates.optional(),
  created_at: dates.optional(),
}

/** A calendar day of the store, or a moment; whether there is such a one, the module says. */
const date = text(MAX_DATE_LENGTH)

export const GetMembersParams = z.strictObject({
  ...memberFilter,
  at: date.optional(),
  id: oneOrMore(id).optional(),
  order: orderOf(["joined_at", "name", "email", "has_account", "source", "created_at"], "-joined_at"),
  ...page,
})

const customerFilter = {
  q: text().optional(),
  has_account: flag.optional(),
  created_at: dates.optional(),
  customer_group_id: oneOrMore(id).optional(),
  country_code: oneOrMore(z.string().regex(/^[a-z]{2}$/, "must be a country code of two small letters")).optional(),
}

export const GetCandidatesParams = z.strictObject({
  ...customerFilter,
  order: orderOf(["name", "email", "has_account", "created_at"], "-created_at"),
  ...page,
})

/** Their number and existence are checked by the workflow, which names those that are wrong. */
const ids = z.array(z.string())

/** Ids, or a filter with exceptions; never both. */
const choice = <Filter extends z.ZodType>(filter: Filter) =>
  z
    .strictObject({ ids: ids.optional(), filter: filter.optional(), except: ids.optional() })
    .refine(({ ids, filter }) => Boolean(ids) !== Boolean(filter), "needs either ids or filter")
    .refine(({ filter, except }) => filter || !except, "except goes with filter")
    .transform(({ ids, filter, except }) => (ids ? { ids } : { filter, except }))

const saidOfExclusion = { reason: text(MAX_REASON_LENGTH).min(1).nullish(), until: moment.nullish() }

export const ChangeMembersBody = z
  .strictObject({
    add: choice(z.strictObject(customerFilter)).optional(),
    remove: choice(z.strictObject(memberFilter)).optional(),
    exclude: choice(z.strictObject(memberFilter)).optional(),
    ...saidOfExclusion,
  })
  .refine(({ add, remove, exclude }) => add || remove || exclude, {
    message: "add, remove or exclude is required",
    path: ["add"],
  })
  .refine(({ remove, exclude, reason, until }) => remove || exclude || !(reason || until), {
    message: "reason and until go with remove or exclude",
    path: ["exclude"],
  })

export const ExcludeBody = z.strictObject({ ids: ids.min(1, "needs at least one id"), ...saidOfExclusion })

export const GetOperationsParams = z.strictObject({
  type: oneOrMore(z.enum(OPERATION_TYPES)).optional(),
  status: oneOrMore(z.enum(OPERATION_STATUSES)).optional(),
  ...page,
})

/** What is saved beside the criteria. */
export const settings = {
  stay: z.strictObject({ days: z.number().optional(), leave_criteria: tree.optional() }).nullish(),
  guard: z
    .union([z.strictObject({ share: z.number(), people: z.number() }), z.strictObject({ off: z.literal(true) })])
    .nullish(),
}

const automatic = { criteria: tree, ...settings, tell_customers: z.boolean().optional() }

export const SetCriteriaBody = z.strictObject({ ...automatic, note: text(MAX_REASON_LENGTH).min(1).nullish() })

/** The name is checked by the workflow, as on Medusa's own route. */
export const CreateAutomaticBody = z.strictObject({
  ...automatic,
  name: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

export const DuplicateBody = z.strictObject({
  name: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

export const RemoveCriteriaParams = z.strictObject({ members: z.enum(["keep", "remove"]) })

/** A calendar day of the store; whether there is such a one, the module says. */
const day = text(MAX_DAY_LENGTH)

export const GetInsightsParams = z.strictObject({
  days: z
    .string()
    .regex(/^\d{1,6}$/, "must be a whole number")
    .transform(Number)
    .optional(),
  from: day.optional(),
  to: day.optional(),
  overlap_with: z
    .union([id, z.array(id).min(1).max(MAX_COMPARED_GROUPS)])
    .transform(listed)
    .optional(),
  parts: oneOrMore(z.enum(GROUP_INSIGHT_PARTS)).transform(listed).optional(),
})

export const GetChangesParams = z.strictObject({ from: date.optional(), to: date.optional() })

export const GetPageParams = z.strictObject(page)

export const ExportBody = z.strictObject({
  format: z.enum(GROUP_EXPORT_FORMATS).optional(),
  columns: z.array(z.enum(GROUP_EXPORT_COLUMNS)).min(1).max(GROUP_EXPORT_COLUMNS.length).optional(),
})

export const GetImportParams = z.strictObject({ unknown: z.enum(UNKNOWN_CUSTOMERS).optional() })

export const ApplyImportBody = z.strictObject({ skip_problems: z.boolean().optional() })

export const GetDeletedParams = z.strictObject({ q: text().optional(), ...page })

export const RestoreBody = z.strictObject({ name: z.string().optional() })

const combination = {
  how: z.enum(COMBINE_WAYS),
  // How many there may be, and that each is named once, the workflow says.
  group_ids: z.array(id).max(MAX_GROUPS),
}

/** The name is checked by the workflow, as on Medusa's own route. */
const combineTarget = z
  .strictObject({
    group_id: id.optional(),
    name: z.string().optional(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine(({ group_id, name }) => (group_id === undefined) !== (name === undefined), "needs either group_id or name")
  .refine(({ name, metadata }) => name !== undefined || metadata === undefined, "metadata goes with name")

export const CombineBody = z
  .strictObject({ ...combination, into: combineTarget.optional(), dry_run: z.boolean().optional() })
  .refine(({ into, dry_run }) => into || dry_run, { message: "is required", path: ["into"] })
  .transform(({ how, group_ids, into, dry_run }) => (dry_run ? { how, group_ids, dry_run } : { how, group_ids, into }))

export const MoveBody = z.strictObject({ to: id, members: choice(z.strictObject(memberFilter)) })

export const ReachBody = z.strictObject({ group_ids: z.array(id).max(MAX_GROUPS) })

export const NoParams = z.strictObject({})
