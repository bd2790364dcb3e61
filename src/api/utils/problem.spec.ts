import { ChangeMembersBody, GetMembersParams, GetOverviewParams } from "../admin/customer-groups/validators"
import { problemOf } from "./problem"

const messageOf = (
  schema: typeof GetMembersParams | typeof ChangeMembersBody | typeof GetOverviewParams,
  given: unknown,
) => {
  const { error } = schema.safeParse(given)
  return error ? problemOf(error).message : undefined
}

it.each([
  [GetMembersParams, { order: "colour" }, /^order: must be one of joined_at, /],
  [GetMembersParams, { limit: "1001" }, /^limit: /],
  [GetMembersParams, { colour: "red" }, /^unknown field "colour"$/],
  [GetMembersParams, { joined_at: { $gte: "soon" } }, /^joined_at\.\$gte: must be a date/],
  [GetOverviewParams, { kind: "odd" }, /^kind: /],
  [ChangeMembersBody, {}, /^add: add, remove or exclude is required$/],
  [ChangeMembersBody, { add: { ids: [5] } }, /^add\.ids\.0: /],
  [ChangeMembersBody, { add: { filter: { q: 5 } } }, /^add\.filter\.q: /],
])("names the field (%#)", (schema, given, message) => {
  expect(messageOf(schema as never, given)).toMatch(message)
})
