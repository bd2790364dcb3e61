/** What of Medusa's own dashboard this plugin stands in for, by the names that its layouts use. */
export const REPLACED_ENTRIES = [
  /** Customers → Customer Groups, in the sidebar. */
  { zone: "sidebar", entry: "nav-child:/customers:/customer-groups" },
  /** The groups of a customer, on the customer's page: it loads every member of each group to count them. */
  { zone: "customer.details", entry: "core:CustomerGroupSection" },
]
