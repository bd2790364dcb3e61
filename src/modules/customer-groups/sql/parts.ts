/** Rows that a statement of long work writes: a second or two of work, after which others see how far it is. */
const PART = 25_000

/** The places 1 … total in parts of about the same size, as (after, upTo]. */
export const partsOf = (total: number, largest = PART): { after: number; upTo: number }[] => {
  const parts = Math.ceil(total / largest)
  const end = (part: number) => Math.round((total * part) / parts)
  return Array.from({ length: parts }, (_, part) => ({ after: end(part), upTo: end(part + 1) }))
}
