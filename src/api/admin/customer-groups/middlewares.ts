import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../utils/validate"
import { criteriaMiddlewares, LARGE_CRITERIA } from "./criteria/middlewares"
import { GetCatalogueParams } from "./criteria/validators"
import { importMiddlewares } from "./import-middlewares"
import { createGroups, deleteGroups, readCustomers, readGroups, updateGroups } from "./policies"
import { trimMembers } from "./trim-members"
import {
  ChangeMembersBody,
  CombineBody,
  CreateAutomaticBody,
  DuplicateBody,
  ExcludeBody,
  ExportBody,
  GetCandidatesParams,
  GetChangesParams,
  GetDeletedParams,
  GetInsightsParams,
  GetMembersParams,
  GetOperationsParams,
  GetOverviewParams,
  GetPageParams,
  MoveBody,
  NoParams,
  ReachBody,
  RemoveCriteriaParams,
  RestoreBody,
  SetCriteriaBody,
} from "./validators"

/** 100,000 ids are 3.1 MB. */
const MANY_IDS = { sizeLimit: "20mb" }

/** Medusa's own routes: its validators and policies stay in force; these come after them. */
const medusasRoutes: MiddlewareRoute[] = [
  { method: ["GET"], matcher: "/admin/customer-groups", middlewares: [trimMembers] },
  { method: ["GET"], matcher: "/admin/customer-groups/:id", middlewares: [trimMembers] },
  { method: ["POST"], matcher: "/admin/customer-groups", policies: [createGroups] },
  { method: ["POST"], matcher: "/admin/customer-groups/:id", policies: [updateGroups] },
  { method: ["DELETE"], matcher: "/admin/customer-groups/:id", policies: [deleteGroups] },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/customers",
    bodyParser: MANY_IDS,
    policies: [updateGroups],
  },
]

const ourRoutes: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/overview",
    middlewares: [validateQuery(GetOverviewParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/deleted",
    middlewares: [validateQuery(GetDeletedParams)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/export",
    middlewares: [validateBody(ExportBody)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/restore",
    middlewares: [validateBody(RestoreBody)],
    policies: [deleteGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/health",
    middlewares: [validateQuery(NoParams)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/reach",
    middlewares: [validateBody(ReachBody)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    // Creating or updating, whichever it does, the route asks for.
    matcher: "/admin/customer-groups/combine",
    middlewares: [validateBody(CombineBody)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/move",
    bodyParser: MANY_IDS,
    middlewares: [validateBody(MoveBody)],
    policies: [updateGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/operations/:id",
    middlewares: [validateQuery(NoParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/operations/:id/changes",
    middlewares: [validateQuery(GetPageParams)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/overview",
    middlewares: [validateQuery(NoParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/members",
    middlewares: [validateQuery(GetMembersParams)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/changes.csv",
    middlewares: [validateQuery(GetChangesParams)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/members",
    bodyParser: MANY_IDS,
    middlewares: [validateBody(ChangeMembersBody)],
    policies: [updateGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/candidates",
    middlewares: [validateQuery(GetCandidatesParams)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/operations",
    middlewares: [validateQuery(GetOperationsParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/usage",
    middlewares: [validateQuery(NoParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/insights",
    middlewares: [validateQuery(GetInsightsParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/criteria",
    middlewares: [validateQuery(GetCatalogueParams)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/criteria",
    bodyParser: LARGE_CRITERIA,
    middlewares: [validateBody(SetCriteriaBody)],
    policies: [updateGroups],
  },
  {
    method: ["DELETE"],
    matcher: "/admin/customer-groups/:id/criteria",
    middlewares: [validateQuery(RemoveCriteriaParams)],
    policies: [updateGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/automatic",
    bodyParser: LARGE_CRITERIA,
    middlewares: [validateBody(CreateAutomaticBody)],
    policies: [createGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/duplicate",
    middlewares: [validateBody(DuplicateBody)],
    policies: [readGroups, createGroups],
  },
  ...["criteria/pause", "criteria/resume", "evaluate"].map((action): MiddlewareRoute => ({
    method: ["POST"],
    matcher: `/admin/customer-groups/:id/${action}`,
    middlewares: [validateBody(NoParams)],
    policies: [updateGroups],
  })),
  ...["apply", "discard", "undo", "cancel"].map((decision): MiddlewareRoute => ({
    method: ["POST"],
    matcher: `/admin/customer-groups/operations/:id/${decision}`,
    middlewares: [validateBody(NoParams)],
    policies: [updateGroups],
  })),
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/:id/exclusions",
    middlewares: [validateQuery(GetPageParams)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/exclusions",
    bodyParser: MANY_IDS,
    middlewares: [validateBody(ExcludeBody)],
    policies: [updateGroups],
  },
  {
    method: ["DELETE"],
    matcher: "/admin/customer-groups/:id/exclusions/:customer_id",
    middlewares: [validateQuery(NoParams)],
    policies: [updateGroups],
  },
]

export const customerGroupMiddlewares: MiddlewareRoute[] = [
  ...medusasRoutes,
  ...ourRoutes,
  ...importMiddlewares,
  ...criteriaMiddlewares,
]
