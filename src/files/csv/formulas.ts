/** Spreadsheets take a text that begins so for a formula. The quote is here because it is the sign that we put before. */
const GUARDED = /^[=+\-@\t\r']/

/** A text as it may stand in a CSV file: what a spreadsheet would calculate gets a `'` before it. */
export const guarded = (text: string): string => (GUARDED.test(text) ? `'${text}` : text)

/** The text without the `'` that `guarded` put before it. Any other text stays as it is: `'n Beetje` too. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && GUARDED.test(text.slice(1)) ? text.slice(1) : text
