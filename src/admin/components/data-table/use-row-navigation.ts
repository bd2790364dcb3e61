import type { MouseEvent } from "react"
import { useHref, useNavigate } from "react-router-dom"

/** What a click on a row does: opens its page, in a new tab with Ctrl or ⌘, in a new window with Shift. */
export const useRowNavigation = <Row>(href?: (row: Row) => string, onClick?: (row: Row) => void) => {
  const navigate = useNavigate()
  const base = useHref("/").replace(/\/$/, "")

  if (!href && !onClick) return undefined
  return (event: MouseEvent<HTMLTableRowElement>, row: Row) => {
    // Medusa hands over the table's row, not the data its type promises.
    const data = (row as { original?: Row }).original ?? row
    if (!href) return onClick?.(data)
    const path = href(data)
    if (event.metaKey || event.ctrlKey) window.open(base + path, "_blank", "noreferrer")
    else if (event.shiftKey) window.open(base + path, undefined, "noreferrer")
    else navigate(path)
  }
}
