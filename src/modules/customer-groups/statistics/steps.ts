import { FACT_TABLES, indexesOf, SHADOW } from "./tables"

/** What a rebuild does, a transaction each. Those of one phase run side by side; a phase waits for the one before. */
export interface StatisticsStep {
  id: number
  phase: number
  kind: "lines" | "shipping" | "parts" | "index" | "orders" | "statistics" | "vacuum" | "take_up" | "swap"
  /** `table` or `table.index`. */
  target: string | null
  lower_id: string | null
  upper_id: string | null
}

type Planned = Omit<StatisticsStep, "id" | "phase">

const step = (kind: StatisticsStep["kind"], target: string | null = null): Planned => ({
  kind,
  target,
  lower_id: null,
  upper_id: null,
})

const batches = (kind: StatisticsStep["kind"], bounds: string[]): Planned[] =>
  [null, ...bounds].map((lower, index) => ({ ...step(kind), lower_id: lower, upper_id: bounds[index] ?? null }))

const indexSteps = (tableName: string): Planned[] =>
  Object.keys(indexesOf(FACT_TABLES.find(({ name }) => name === tableName)!)).map((index) =>
    step("index", `${tableName}.${index}`),
  )

/** The statement of an index step. */
export const indexStatement = (target: string): string => {
  const [tableName, index] = target.split(".") as [string, string]
  return indexesOf(
    FACT_TABLES.find(({ name }) => name === tableName)!,
    SHADOW,
  )[index]!
}

/** All steps of a rebuild. Long ones come first in their phase, so that both lanes end at about the same time. */
export const planSteps = (bounds: { items: string[]; shipping: string[]; orders: string[] }): StatisticsStep[] => {
  const phases: Planned[][] = [
    [...batches("lines", bounds.items), ...batches("shipping", bounds.shipping)],
    [step("parts")],
    [...indexSteps("customer_purchase_fact"), ...batches("orders", bounds.orders)],
    [step("statistics"), ...indexSteps("customer_order_fact"), step("vacuum", "customer_purchase_fact")],
    [...indexSteps("customer_statistics"), step("vacuum", "customer_order_fact")],
    [step("vacuum", "customer_statistics")],
    [step("take_up")],
    [step("swap")],
  ]
  return phases
    .flatMap((steps, phase) => steps.map((planned) => ({ ...planned, phase })))
    .map((planned, id) => ({ id, ...planned }))
}
