import { generateEntityId } from "@medusajs/framework/utils"

/** The id of an operation that is still to be written down. */
export const newOperationId = () => generateEntityId(undefined, "cgop")
