export * from "./criteria"
export * from "./http"
export * from "./module"
export * from "./statistics"
