import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { zodValidator } from "@medusajs/framework"
import type { z } from "@medusajs/framework/zod"

/**
 * Checks a query against a schema and puts the result into `req.validatedQuery`. Medusa's own middleware is made for
 * routes that answer chosen fields of an entity; ours answer a fixed shape.
 */
export const validateQuery =
  (schema: z.ZodObject) =>
  async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    try {
      req.validatedQuery = (await zodValidator(schema, req.query)) as Record<string, unknown>
      next()
    } catch (error) {
      next(error)
    }
  }
