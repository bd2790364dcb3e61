import { type ReactNode, useEffect } from "react"

const openList = () =>
  document.querySelector<HTMLInputElement>("input[role=combobox][aria-expanded=true][aria-haspopup]")

/**
 * Escape in Medusa's combobox closes its list, and the window around it as well. The window listens while the event goes
 * down the document, so this listens one step earlier: the first Escape closes the list, the next one the window.
 */
export const EscapeGuard = ({ children }: { children: ReactNode }) => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const input = event.key === "Escape" ? openList() : undefined
      if (!input) return
      event.stopPropagation()
      input.closest("div:has(> button[aria-haspopup])")?.querySelector<HTMLElement>("button[aria-haspopup]")?.click()
    }
    window.addEventListener("keydown", onKeyDown, true)
    return () => window.removeEventListener("keydown", onKeyDown, true)
  }, [])
  return children
}
