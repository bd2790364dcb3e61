import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import {
  type AdminPreviewCriteriaBody,
  type AdminPreviewCriteriaResponse,
  CRITERIA_PREVIEW_PARTS,
} from "../../../../../types"
import { whileConnected } from "../../../../utils/connection"
import { may } from "../../../../utils/may"
import { orTooBusy } from "../../../../utils/too-busy"
import { readCustomers } from "../../policies"

/** What criteria would do if they were saved now. Ends in the database too when the client leaves. */
export const POST = orTooBusy(
  async (
    req: AuthenticatedMedusaRequest<AdminPreviewCriteriaBody>,
    res: MedusaResponse<AdminPreviewCriteriaResponse>,
  ) => {
    const { parts = CRITERIA_PREVIEW_PARTS, ...body } = req.validatedBody
    const allowed = (await may(req, readCustomers)) ? parts : parts.filter((part) => part !== "sample")
    const groups = req.scope.resolve(CUSTOMER_GROUPS)
    await whileConnected(res, async (signal) => {
      res.json({ preview: await groups.previewCriteria({ ...body, parts: allowed }, { signal }) })
    })
  },
)
