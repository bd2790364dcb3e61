const thousandths = (value: number) => Math.round(value * 1_000) / 1_000

/**
 * The median of values, and between which two of them that of all such values lies with 95 %: by their ranks
 * (n/2 ± 0.98·√n), whatever their distribution.
 */
export const medianWithin = (values: number[]): { median: number; from: number; to: number } => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (rank: number) => sorted[Math.min(sorted.length - 1, Math.max(0, rank))]!
  const middle = (sorted.length - 1) / 2
  const reach = 0.98 * Math.sqrt(sorted.length)
  return {
    median: thousandths((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2),
    from: thousandths(at(Math.floor(middle - reach))),
    to: thousandths(at(Math.ceil(middle + reach))),
  }
}
