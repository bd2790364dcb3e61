export * from "./http"
export * from "./module"
