/** Gives a name to the controls that Medusa's table draws as a picture only, for screen readers. */
export const nameControls = (toolbar: HTMLElement | null, names: { sort: string; removeFilter: string }) => {
  toolbar?.querySelector("[data-control=sort] button")?.setAttribute("aria-label", names.sort)
  toolbar
    ?.querySelectorAll("[role=img]:not([aria-label])")
    .forEach((picture) => picture.setAttribute("aria-hidden", "true"))

  // The cross of a filter is the last button in its box, and the only one without a text.
  toolbar?.querySelectorAll("button:not([aria-label])").forEach((button) => {
    if (button.textContent) return
    const filter = button.parentElement?.textContent ?? ""
    button.setAttribute("aria-label", `${names.removeFilter}: ${filter}`)
  })
}
