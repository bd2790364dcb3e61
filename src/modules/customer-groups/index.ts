import { Module } from "@medusajs/framework/utils"
import attachLogLoader from "./loaders/attach-log"
import attachMarksLoader from "./loaders/attach-marks"
import checkColumnsLoader from "./loaders/check-columns"
import CustomerGroupsModuleService from "./service"

/** Key of the module in Medusa's container. */
export const CUSTOMER_GROUPS = "customerGroups"

export default Module(CUSTOMER_GROUPS, {
  service: CustomerGroupsModuleService,
  loaders: [attachLogLoader, attachMarksLoader, checkColumnsLoader],
})

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    customerGroups: CustomerGroupsModuleService
  }
}
