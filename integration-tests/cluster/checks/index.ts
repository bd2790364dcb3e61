import type { Check } from "./check"
import { events } from "./events"
import { log } from "./log"
import { memberships } from "./memberships"
import { work } from "./work"

/** What must hold at the end. A check more is a line in one of these. */
export const checks: readonly Check[] = [...work, ...memberships, ...log, ...events]

export type { Aftermath } from "./check"
