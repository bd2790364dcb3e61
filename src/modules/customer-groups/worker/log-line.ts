/** What a line may say: ids, numbers, times and words of this code; never what people have typed. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

/**
 * A line for the log that people read and machines take apart: `[customer-groups] relay.told changes=3 events=7 ms=12`.
 * Fields without a value are left out.
 */
export const logLine = (what: string, fields: LogFields = {}): string =>
  [
    `[customer-groups] ${what}`,
    ...Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => `${name}=${/[\s="]/.test(String(value)) ? JSON.stringify(String(value)) : value}`),
  ].join(" ")
