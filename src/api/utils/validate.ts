import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { problemOf } from "./problem"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => void

const validate =
  (schema: z.ZodType, from: "query" | "body", into: "validatedQuery" | "validatedBody"): Middleware =>
  (req, _res, next) => {
    const { success, data, error } = schema.safeParse(req[from] ?? {})
    if (!success) return next(problemOf(error))
    req[into] = data as Record<string, unknown>
    next()
  }

/**
 * Checks a query against a schema and puts the result into `req.validatedQuery`. Not Medusa's own middleware: that one
 * is made for routes that answer chosen fields of an entity, and its messages do not always name the field.
 */
export const validateQuery = (schema: z.ZodType): Middleware => validate(schema, "query", "validatedQuery")

/** Checks a body against a schema and puts the result into `req.validatedBody`. */
export const validateBody = (schema: z.ZodType): Middleware => validate(schema, "body", "validatedBody")
