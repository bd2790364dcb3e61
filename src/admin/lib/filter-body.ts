/**
 * Filters of a table as the body of a request: in an address everything is text, in a body yes and no are no text.
 */
export const filterBody = (state: { q: string; filters: Record<string, unknown> }): Record<string, unknown> => ({
  ...(state.q ? { q: state.q } : {}),
  ...Object.fromEntries(
    Object.entries(state.filters).map(([name, value]) => [
      name,
      value === "true" || value === "false" ? value === "true" : value,
    ]),
  ),
})
