/** An exact number: sums of cents, averages and percents are compared without rounding. */
export class Fraction {
  private constructor(
    private readonly over: bigint,
    private readonly under: bigint,
  ) {}

  static readonly zero = new Fraction(0n, 1n)

  /** From a number or its decimal notation: `0.1` is a tenth, not the binary number beside it. */
  static of(given: number | string): Fraction {
    const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(given)) ?? []
    if (whole === undefined) throw new Error(`${given} is not a decimal number`)
    const over = BigInt(whole + decimals)
    return new Fraction(sign ? -over : over, 10n ** BigInt(decimals.length))
  }

  static sum(all: readonly Fraction[]): Fraction {
    return all.reduce((sum, each) => sum.plus(each), Fraction.zero)
  }

  plus(other: Fraction): Fraction {
    return this.under === other.under
      ? new Fraction(this.over + other.over, this.under)
      : new Fraction(this.over * other.under + other.over * this.under, this.under * other.under)
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.over, other.under))
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under)
  }

  /** @param count a whole number above 0 */
  dividedBy(count: number): Fraction {
    return new Fraction(this.over, this.under * BigInt(count))
  }

  /** Below 0 if this is the smaller one, 0 if both are the same. */
  compare(other: Fraction): number {
    const difference = this.over * other.under - other.over * this.under
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  /** With so many decimals, halves away from zero. */
  rounded(decimals: number): Fraction {
    const scale = 10n ** BigInt(decimals)
    const sign = this.over < 0n ? -1n : 1n
    const twice = this.over * sign * scale * 2n + this.under
    return new Fraction((sign * twice) / (this.under * 2n), scale)
  }

  toNumber(): number {
    return Number(this.over) / Number(this.under)
  }
}
