/** What the dashboard calls the sidebar in its layouts. */
export const SIDEBAR = "sidebar"

/** What it calls Medusa's own entry for customer groups there. */
export const CORE_ENTRY = "nav-child:/customers:/customer-groups"
