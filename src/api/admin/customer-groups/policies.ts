import { PolicyOperation } from "@medusajs/framework/utils"

const on = (resource: string, operation: string) => ({ resource, operation })

/** Medusa's own route for all below `/admin/customer-groups` asks for reading only, so each of ours says what it needs. */
export const readGroups = on("customer_group", PolicyOperation.read)
export const createGroups = on("customer_group", PolicyOperation.create)
export const updateGroups = on("customer_group", PolicyOperation.update)
export const deleteGroups = on("customer_group", PolicyOperation.delete)

/** Routes that show customers. */
export const readCustomers = on("customer", PolicyOperation.read)

/** Customers that an import makes. */
export const createCustomers = on("customer", PolicyOperation.create)

/** What is found of a customer's orders. */
export const readOrders = on("order", PolicyOperation.read)
