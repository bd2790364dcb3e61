export { compile, compileConditions, compileMany, compileSuggestions, type ConditionColumns } from "./compile"
export type { Scope } from "./scope"
