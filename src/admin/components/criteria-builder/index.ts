export { BuilderWindow } from "./builder-window"
export { type BuilderState, useBuilderState } from "./use-builder-state"
