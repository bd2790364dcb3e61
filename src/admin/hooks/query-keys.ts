/**
 * Where answers are kept. Ours stand below Medusa's own keys, so that a change made by Medusa's hooks (say, on the
 * customer's page) refreshes our pages too, and one made by ours refreshes Medusa's.
 */
const groups = ["customer_groups"] as const
const customers = ["customers"] as const

export const queryKeys = {
  groups,
  customers,
  groupLists: [...groups, "list"] as const,
  groupList: (query: object) => [...groups, "list", "overview", query] as const,
  deletedList: (query: object) => [...groups, "list", "deleted", query] as const,
  copyName: (first: string) => [...groups, "list", "copy-name", first] as const,
  combined: (body: object) => [...groups, "list", "combined", body] as const,
  reach: (groupIds: string[]) => [...groups, "list", "reach", groupIds] as const,
  groupDetails: [...groups, "detail"] as const,
  group: (id: string) => [...groups, "detail", id] as const,
  details: (id: string) => [...groups, "detail", id, "overview"] as const,
  members: (id: string, query: object) => [...groups, "detail", id, "members", query] as const,
  exclusions: (id: string, query: object) => [...groups, "detail", id, "exclusions", query] as const,
  candidates: (id: string, query: object) => [...groups, "detail", id, "candidates", query] as const,
  allOperations: (id: string) => [...groups, "detail", id, "operations"] as const,
  operations: (id: string, query: object) => [...groups, "detail", id, "operations", query] as const,
  changes: (operationId: string, query: object) => [...groups, "operation", operationId, "changes", query] as const,
  importProblems: (id: string, importId: string, query: object) =>
    [...groups, "detail", id, "imports", importId, "problems", query] as const,
  insights: (id: string, query: object) => [...groups, "detail", id, "insights", query] as const,
  usage: (id: string) => [...groups, "detail", id, "usage"] as const,
  criteria: (id: string, language: string) => [...groups, "detail", id, "criteria", language] as const,
  attributes: (language: string) => [...groups, "criteria", "attributes", language] as const,
  attributeValues: (id: string, query: object) => [...groups, "criteria", "values", id, query] as const,
  matchingValues: (id: string, body: object) => [...groups, "criteria", "matching", id, body] as const,
  templates: (language: string) => [...groups, "criteria", "templates", language] as const,
  sentence: (criteria: object | undefined, language: string) =>
    [...groups, "criteria", "sentence", criteria, language] as const,
  preview: (body: object | undefined) => [...groups, "criteria", "preview", body] as const,
  memberships: (customerId: string, query: object) =>
    [...customers, "detail", customerId, "group-memberships", query] as const,
  groupChanges: (customerId: string, query: object) =>
    [...customers, "detail", customerId, "group-changes", query] as const,
}
