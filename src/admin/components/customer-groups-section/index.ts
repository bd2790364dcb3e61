export * from "./customer-groups-section"
