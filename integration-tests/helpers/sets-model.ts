import type { CombineWay } from "../../src/types"
import type { ModuleApp } from "./module-app"

/** Who is in groups, by Medusa's rows, and who is excluded; worked out without the plugin's own SQL. */
export interface Members {
  /** Of each group: the source of each living member. */
  sources: Record<string, Record<string, string>>
  /** Of each group: which living customers are excluded. */
  excluded: Record<string, string[]>
}

export const readMembers = async (app: ModuleApp, groups: { id: string }[]): Promise<Members> => {
  const { rows } = await app.db.query(
    `select m.customer_group_id as group_id, m.customer_id, m.created_by from customer_group_customer m
     join customer c on c.id = m.customer_id where c.deleted_at is null`,
  )
  const { rows: exclusions } = await app.db.query(
    `select e.group_id, e.customer_id from customer_group_exclusion e
     join customer c on c.id = e.customer_id where e.deleted_at is null and c.deleted_at is null`,
  )
  const members: Members = { sources: {}, excluded: {} }
  for (const { id } of groups) {
    const sources: Record<string, string> = {}
    for (const { group_id, customer_id, created_by } of rows) {
      if (group_id !== id) continue
      const isManual = created_by !== "criteria" || sources[customer_id] === "manual"
      sources[customer_id] = isManual ? "manual" : "criteria"
    }
    members.sources[id] = sources
    members.excluded[id] = exclusions
      .filter(({ group_id }) => group_id === id)
      .map(({ customer_id }) => customer_id)
      .sort()
  }
  return members
}

/** Who is in a combination of groups. */
export const combine = ({ sources }: Members, how: CombineWay, groupIds: string[]): string[] => {
  const [first, ...others] = groupIds.map((id) => new Set(Object.keys(sources[id]!)))
  const all = new Set([...first!, ...others.flatMap((ids) => [...ids])])
  const belongs = (id: string): boolean => {
    if (how === "union") return true
    if (how === "intersection") return first!.has(id) && others.every((ids) => ids.has(id))
    return first!.has(id) && !others.some((ids) => ids.has(id))
  }
  return [...all].filter(belongs).sort()
}

/** The same members with these by hand in a group, and excluded from it no longer. */
export const withByHand = (members: Members, groupId: string, ids: string[]): Members => {
  const sources = { ...members.sources[groupId], ...Object.fromEntries(ids.map((id) => [id, "manual"])) }
  return {
    sources: { ...members.sources, [groupId]: sources },
    excluded: {
      ...members.excluded,
      [groupId]: members.excluded[groupId]!.filter((id) => sources[id] !== "manual"),
    },
  }
}

/** The same members without these in a group; an automatic one keeps them out. */
export const without = (members: Members, groupId: string, ids: string[], isAutomatic: boolean): Members => {
  const sources = Object.fromEntries(Object.entries(members.sources[groupId]!).filter(([id]) => !ids.includes(id)))
  const excluded = isAutomatic ? [...new Set([...members.excluded[groupId]!, ...ids])].sort() : []
  return {
    sources: { ...members.sources, [groupId]: sources },
    excluded: { ...members.excluded, [groupId]: excluded },
  }
}
