import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminGroupOperation } from "../../../types"
import { doneOrRunning } from "./operation-in-time"

/**
 * What a request answers of an evaluation: 200 with the operation that is done, or 202 with the one that still runs. Its
 * failure then stands on the operation.
 */
export async function evaluationInTime<Operation extends AdminGroupOperation | null>(
  req: AuthenticatedMedusaRequest,
  groupId: string,
  work: Promise<Operation>,
): Promise<{ status: 200 | 202; operation: Operation | AdminGroupOperation }> {
  // What a person has asked for is always written down, and before it begins.
  const answer = await doneOrRunning(req, `The evaluation of ${groupId}`, work, (groups) =>
    groups.retrieveRunningEvaluation(groupId),
  )
  return answer.running ? { status: 202, operation: answer.running } : { status: 200, operation: answer.result }
}
