/** Characters, as Medusa's own form and our checks count them. */
const LONGEST = 255

/**
 * A name for a copy of a group: "VIP (copy)", "VIP (copy 2)" of either. Of a name that would become too long, the
 * beginning.
 *
 * @param number 1 for the first choice, 2 for the one after it …
 * @param word "copy", in the reader's language
 */
export const copyName = (name: string, number: number, word = "copy"): string => {
  const ending = number === 1 ? ` (${word})` : ` (${word} ${number})`
  const isCopy = new RegExp(` \\(${word}(?: \\d+)?\\)$`)
  const stem = name.replace(isCopy, "").slice(0, LONGEST - ending.length)
  // Not half of a character that takes two places.
  return stem.replace(/[\uD800-\uDBFF]$/, "").trimEnd() + ending
}
