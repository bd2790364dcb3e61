import { MedusaError } from "@medusajs/framework/utils"

export const MAX_NAME_LENGTH = 255

/**
 * @throws INVALID_DATA if the name is missing, blank, too long, or holds a character that PostgreSQL cannot store
 */
export function checkGroupName(name: unknown, path = "name"): asserts name is string {
  const refuse = (problem: string) => {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${path}: ${problem}`)
  }
  if (typeof name !== "string") refuse("A customer group needs a name.")
  const text = name as string
  if (!text.trim()) refuse("A customer group needs a name that is not blank.")
  if (text.length > MAX_NAME_LENGTH)
    refuse(`${text.length} characters are too long; a name has at most ${MAX_NAME_LENGTH}.`)
  if (text.includes("\0")) refuse("A name must not hold the character NUL.")
}
