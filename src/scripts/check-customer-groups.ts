import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../modules/customer-groups"

/**
 * Holds the number of members that each group answers against the memberships that stand, and says what differs.
 * With the argument `mend` it sets the numbers right.
 *
 * @example npx medusa exec ./node_modules/medusa-plugin-customer-groups/.medusa/server/src/scripts/check-customer-groups.js mend
 */
export default async function checkCustomerGroups({ container, args }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const service = container.resolve(CUSTOMER_GROUPS)
  const differences = await service.listCountDifferences()

  for (const group of differences) {
    logger.warn(
      `${group.group_id}: counted ${group.counted_manual} by hand and ${group.counted_criteria} by criteria, ` +
        `there are ${group.true_manual} and ${group.true_criteria}`,
    )
  }
  if (!differences.length) logger.info("The number of members of every group is right.")
  else if (args.includes("mend")) {
    await service.mendCounts(differences.map(({ group_id }) => group_id))
    logger.info(`${differences.length} groups were set right.`)
  } else logger.info(`${differences.length} groups differ; run this again with "mend" to set them right.`)
}
