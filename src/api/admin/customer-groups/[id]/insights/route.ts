import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupInsightsResponse, GroupInsightsInput } from "../../../../../types"
import { whileConnected } from "../../../../utils/connection"
import { orTooBusy } from "../../../../utils/too-busy"
import { hiddenParts } from "./hidden-parts"

/** How a group grew, and what its members do. Ends in the database too when the client leaves. */
export const GET = orTooBusy(
  async (
    req: AuthenticatedMedusaRequest<unknown, GroupInsightsInput>,
    res: MedusaResponse<AdminGroupInsightsResponse>,
  ) => {
    const input = { ...req.validatedQuery, hidden: await hiddenParts(req) }
    const groups = req.scope.resolve(CUSTOMER_GROUPS)
    await whileConnected(res, async (signal) => {
      res.json({ insights: await groups.retrieveGroupInsights(req.params.id as string, input, { signal }) })
    })
  },
)
