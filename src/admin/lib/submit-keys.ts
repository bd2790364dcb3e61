import type { KeyboardEvent } from "react"

type FormKey = KeyboardEvent<HTMLFormElement>

/**
 * Keys of a form, as its properties: Ctrl or ⌘ Enter saves from everywhere, whatever the control would do with it that has
 * the focus; it is heard on its way down, for a list would open. Medusa's own form swallows Enter on buttons too, so that
 * they can't be pressed by keyboard.
 *
 * @param enterSaves whether Enter alone saves from a field, for a form of one field
 */
export const submitKeys = (submit: () => void, { enterSaves = false } = {}) => ({
  onKeyDownCapture: (event: FormKey) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    event.stopPropagation()
    submit()
  },
  onKeyDown: (event: FormKey) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (enterSaves) submit()
  },
})
