import { isDeepStrictEqual } from "node:util"
import type { Reversal, ValueChange } from "../../../types"

/** Name and metadata of a group. */
export interface GroupFields {
  name: string
  metadata?: Record<string, unknown> | null
}

/** Name and metadata with a change taken back, which fields were left as others have made them, and the reverse of it. */
export interface UndoneFields {
  fields: GroupFields
  kept: string[]
  reversal: Reversal
}

/** With no key where there is no value. */
const changeOf = (from: unknown, to: unknown): ValueChange => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

/** What a change of name and metadata did, with the values: what undoing it needs. */
export const reversalOf = (before: GroupFields, after: GroupFields): Reversal => {
  const [old, now] = [before.metadata ?? {}, after.metadata ?? {}]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const changed = keys.filter((key) => !isDeepStrictEqual(old[key], now[key]))
  const hadNone = changed.length > 0 && !before.metadata
  return {
    ...(before.name === after.name ? {} : { name: { from: before.name, to: after.name } }),
    ...(changed.length
      ? { metadata: Object.fromEntries(changed.map((key) => [key, changeOf(old[key], now[key])])) }
      : {}),
    ...(hadNone ? { had_none: true } : {}),
  }
}

/**
 * What a change of name and metadata did, for the history: the old and the new name, and which keys were set or taken away
 * (not their values, which may be long or private).
 */
export const describeFields = ({ name, metadata }: Reversal): Record<string, unknown> => {
  const keysThat = (isSet: boolean) =>
    Object.entries(metadata ?? {}).flatMap(([key, { to }]) => ((to !== undefined) === isSet ? [key] : []))
  return {
    ...(name ? { name } : {}),
    ...(metadata ? { metadata: { set: keysThat(true), removed: keysThat(false) } } : {}),
  }
}

/** Takes back a change of name and metadata, field by field; what somebody else has changed since stays. */
export const undoFields = (
  current: GroupFields,
  { name, metadata = {}, had_none: hadNone = false }: Reversal,
): UndoneFields => {
  const kept: string[] = []
  const values = new Map(Object.entries(current.metadata ?? {}))
  for (const [key, { from, to }] of Object.entries(metadata)) {
    if (!isDeepStrictEqual(values.get(key), to)) kept.push(`metadata.${key}`)
    else if (from === undefined) values.delete(key)
    else values.set(key, from)
  }
  const isRenamed = name !== undefined && name.to !== current.name
  if (isRenamed) kept.unshift("name")
  const fields = {
    name: name && !isRenamed ? name.from : current.name,
    metadata: values.size || (current.metadata && !hadNone) ? Object.fromEntries(values) : null,
  }
  return { fields, kept, reversal: reversalOf(current, fields) }
}
