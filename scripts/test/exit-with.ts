import { printProblem } from "../problem"

/** Ends the process with what a suite of tests has come to: 0 when it was green. One that breaks off counts as a failure. */
export const exitWith = (suite: Promise<boolean>) =>
  suite.then(
    (isGreen) => process.exit(isGreen ? 0 : 1),
    (error) => {
      printProblem(error)
      console.log("0 passed, 1 failed")
      process.exit(1)
    },
  )
