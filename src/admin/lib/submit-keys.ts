import type { KeyboardEvent } from "react"

/** Ctrl or ⌘ Enter saves, whatever the control would do with it that has the focus. */
export const saveKey = (submit: () => void) => (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  event.stopPropagation()
  submit()
}

/**
 * Keys of a form: Ctrl or ⌘ Enter saves from everywhere. Medusa's own form does the same, but swallows Enter on buttons
 * too, so that they can't be pressed by keyboard.
 *
 * @param enterSaves whether Enter alone saves from a field, for a form of one field
 */
export const submitKeys =
  (submit: () => void, { enterSaves = false } = {}) =>
  (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter") return
    const isField = event.target instanceof HTMLInputElement
    if (event.metaKey || event.ctrlKey || (enterSaves && isField)) {
      event.preventDefault()
      submit()
    } else if (isField) {
      event.preventDefault()
    }
  }
