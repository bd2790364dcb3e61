import { sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { seed } from "../parameters"
import { customerValue } from "../sources"
import * as values from "../values"

/** How many values 32 bits have. */
const BUCKETS = 2 ** 32

/**
 * A number from 0 to less than 100 that looks random and is always the same for a seed and a customer: `lt 10` is a tenth
 * of all, `gte 10` the others. By md5, which no version of PostgreSQL changes.
 */
const sample = defineAttribute({
  id: "sample",
  family: "sample",
  value: values.number({ max: 100, unit: "percent" }),
  operators: ["lt", "gte"],
  parameters: { seed },
  looksAt: [],
  source: ({ seed }) =>
    customerValue(
      sql`(('x' || left(md5(${`${seed}:`}::text || c.id), 8))::bit(32)::bigint * 100.0 / ${BUCKETS}::bigint)`,
    ),
})

/** In the order in which the builder lists them. */
export const sampleAttributes: Attribute[] = [sample]
