import { MedusaError } from "@medusajs/framework/utils"

export const groupNotFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Customer group with id: ${id} not found`)

export const customerNotFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${id} was not found`)

export const operationNotFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Operation with id: ${id} was not found`)
