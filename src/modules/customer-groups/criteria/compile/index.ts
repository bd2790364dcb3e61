export {
  compile,
  compileConditions,
  compileMany,
  compileOccurring,
  compileSuggestions,
  type ConditionColumns,
} from "./compile"
export type { Scope } from "./scope"
