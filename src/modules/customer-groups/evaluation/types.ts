import type { Sql } from "../sql/sql"

/** When somebody who no longer matches leaves. */
export interface Stay {
  /** Not before so many days have passed since joining. */
  days?: number
  /** Only those of this select of customer ids (`id`): who fulfils the criteria for leaving. */
  leaving?: Sql
}

/** What is to be compared with the members of a group. */
export interface EvaluationInput {
  groupId: string
  /** A select of the ids (`id`) of the living customers who match. */
  matching: Sql
  /** Only these customers are looked at; all if it is left out. `matching` must be limited to them already. */
  customerIds?: string[]
  stay?: Stay
  /** The moment that the evaluation is for. */
  now: Date
}

/** What an evaluation would change, in numbers. */
export interface Difference {
  /** Who matches, excluded ones with them. */
  matching: number
  joins: number
  leaves: number
}

/** A group in a statement that evaluates several: the columns that say who matches it. */
export interface EvaluatedGroup {
  groupId: string
  /** Whether the customer matches. */
  matching: string
  /** Whether the customer fulfils the criteria for leaving; there are none if it is left out. */
  leaving?: string
  /** Not before so many days have passed since joining. */
  stayDays?: number
}

/** Customers who join and leave one group. */
export interface GroupMoves {
  group_id: string
  joins: string[]
  leaves: string[]
}
