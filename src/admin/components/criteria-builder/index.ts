export { CriteriaBuilder } from "./criteria-builder"
export { type BuilderState, useBuilderState } from "./use-builder-state"
