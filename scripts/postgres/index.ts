export * from "./databases"
export * from "./start"
