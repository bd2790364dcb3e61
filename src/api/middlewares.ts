import { defineMiddlewares } from "@medusajs/framework/http"
import { customerGroupMiddlewares } from "./admin/customer-groups/middlewares"
import { customerMiddlewares } from "./admin/customers/middlewares"

export default defineMiddlewares({ routes: [...customerGroupMiddlewares, ...customerMiddlewares] })
