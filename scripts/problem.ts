/**
 * An error that a person can do something about. The commands print its sentence alone; everything else is a defect of
 * ours and keeps its stack.
 */
export class Problem extends Error {
  override name = "Problem"
}

/** Prints an error as the commands do. */
export const printProblem = (error: unknown) => console.error(error instanceof Problem ? `\n${error.message}` : error)
