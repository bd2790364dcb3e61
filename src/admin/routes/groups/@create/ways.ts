/** How customers get into a new group. */
export const WAYS = ["hand", "criteria", "template"] as const

export type Way = (typeof WAYS)[number]

/** How the window for a new group begins; goes with the link to it, not into the address, where it would stay. */
export interface FirstChoice {
  way: Way
  /** Id of a template. */
  template?: string
}

/** What a link to the window said; by hand, unless it said another way. */
export const choiceIn = (state: unknown): FirstChoice => {
  const { way, template } = (state ?? {}) as Partial<FirstChoice>
  return { way: WAYS.find((known) => known === way) ?? "hand", template }
}
