import { createHash } from "node:crypto"
import { Fraction } from "../fraction"
import type { Reader } from "../world"

/** The first 32 bits of the md5 of seed and id, as a share of all that there are, in percent. */
const sample: Reader = ({ id }, { seed }) => {
  const bits = createHash("md5").update(`${seed}:${id}`).digest("hex").slice(0, 8)
  return [Fraction.of(parseInt(bits, 16) * 100).dividedBy(2 ** 32)]
}

export const others: Record<string, Reader> = {
  member_of_group: ({ groupIds }) => groupIds,
  sample,
}
