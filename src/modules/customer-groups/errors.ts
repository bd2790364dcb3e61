import { MedusaError } from "@medusajs/framework/utils"

export const groupNotFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Customer group with id: ${id} not found`)

export const customerNotFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${id} was not found`)

/** @param advice what can be done about it, as a sentence */
export const nameTaken = (name: string, advice: string) =>
  new MedusaError(MedusaError.Types.DUPLICATE_ERROR, `name: "${name}" is the name of another group by now${advice}`)

export const operationNotFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Operation with id: ${id} was not found`)

export const workCancelled = () =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, "The operation was cancelled. Nothing was changed.")
