import "./modules/customer-groups"

export * from "./types"
export { CUSTOMER_GROUPS } from "./modules/customer-groups"
