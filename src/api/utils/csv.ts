/** What a spreadsheet takes for a formula, and the sign that keeps it from doing so. */
const STARTS_LIKE_A_FORMULA = /^[=+\-@\t\r']/

/** A cell of a CSV file that a spreadsheet shows as it is: texts come from customers and strangers. */
export const plainCell = (text: string | null): string =>
  text && STARTS_LIKE_A_FORMULA.test(text) ? `'${text}` : (text ?? "")
