export * from "./build"
export * from "./migrate"
export * from "./start"
export * from "./template"
