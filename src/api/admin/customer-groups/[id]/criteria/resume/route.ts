import { setPaused } from "../set-paused"

/** Evaluates the group again from now on. */
export const POST = setPaused(false)
