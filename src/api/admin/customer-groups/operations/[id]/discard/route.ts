import { decide } from "../decide"

/** Discards a held evaluation and pauses the group. */
export const POST = decide("discard")
