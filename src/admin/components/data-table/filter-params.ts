/**
 * How the value of a filter stands in the address bar: text as it is, lists and ranges as JSON, as Medusa's own pages
 * do. Whatever cannot be read is left out, since anybody can write anything into an address.
 */
export const parseFilter = (text: string | null): unknown => {
  if (!text) return undefined
  if (!/^[[{"]/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    return isEmptyFilter(value) ? undefined : value
  } catch {
    return undefined
  }
}

export const formatFilter = (value: unknown): string | null => {
  if (isEmptyFilter(value)) return null
  return typeof value === "string" && !/^[[{"]/.test(value) ? value : JSON.stringify(value)
}

export const isEmptyFilter = (value: unknown): boolean => {
  if (value === undefined || value === null || value === "") return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === "object" && Object.values(value).every((part) => part === undefined || part === null)
}

/** The offset of a page's first row; the first page for anything that is none. */
export const parseOffset = (text: string | null, pageSize: number): number => {
  const offset = Number(text ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 ? offset - (offset % pageSize) : 0
}
