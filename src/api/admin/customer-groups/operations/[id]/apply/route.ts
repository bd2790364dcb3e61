import { decide } from "../decide"

/** Applies a held evaluation, worked out afresh; held again if it has grown by more than a tenth. */
export const POST = decide("apply")
