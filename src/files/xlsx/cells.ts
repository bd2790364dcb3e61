import type { FileValue } from "../columns"

/** Excel's own bound; what is longer is cut there. */
const MOST_CHARACTERS = 32_767

/** The number of the date format among the styles in `workbook.ts`. */
const DATE_STYLE = 1

const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/** The letters of a column, from 0: A, B, … Z, AA. */
export const lettersOf = (column: number): string =>
  (column < 26 ? "" : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** The XML of a cell. A text stands in it as a text, so that none can be taken for a formula; nothing is no cell at all. */
export const cellOf = (value: FileValue, place: string): string => {
  if (value === null || value === undefined || value === "") return ""
  if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`
  if (typeof value === "boolean") return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (value instanceof Date)
    return `<c r="${place}" s="${DATE_STYLE}"><v>${(value.getTime() - EXCEL_EPOCH) / DAY}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlOf(value.slice(0, MOST_CHARACTERS))}</t></is></c>`
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** What XML has no place for. A line feed and a tab it has. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\ufffe\uffff]/g

/** Excel writes a control character as `_x000B_`, and a text that looks so with `_x005F_` for its first sign. */
const xmlOf = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(CONTROLS, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign]!)
