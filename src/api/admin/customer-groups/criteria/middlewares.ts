import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import { readGroups } from "../policies"
import {
  DescribeCriteriaBody,
  GetCatalogueParams,
  GetValuesParams,
  MatchValuesBody,
  PreviewCriteriaBody,
} from "./validators"

/** 200 conditions with 1,000 ids each are 6 MB. */
export const LARGE_CRITERIA = { sizeLimit: "10mb" }

/** Reading, all of them; what shows customers asks for `customer:read` in the route itself. */
export const criteriaMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/criteria/preview",
    bodyParser: LARGE_CRITERIA,
    middlewares: [validateBody(PreviewCriteriaBody)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/criteria/describe",
    bodyParser: LARGE_CRITERIA,
    middlewares: [validateBody(DescribeCriteriaBody)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/criteria/attributes",
    middlewares: [validateQuery(GetCatalogueParams)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/criteria/attributes/:attribute/values",
    middlewares: [validateQuery(GetValuesParams)],
    policies: [readGroups],
  },
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/criteria/attributes/:attribute/match",
    bodyParser: LARGE_CRITERIA,
    middlewares: [validateBody(MatchValuesBody)],
    policies: [readGroups],
  },
  {
    method: ["GET"],
    matcher: "/admin/customer-groups/criteria/templates",
    middlewares: [validateQuery(GetCatalogueParams)],
    policies: [readGroups],
  },
]
