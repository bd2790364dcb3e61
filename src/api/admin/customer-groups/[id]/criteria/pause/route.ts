import { setPaused } from "../set-paused"

/** Stops evaluating the group; its members stay. */
export const POST = setPaused(true)
