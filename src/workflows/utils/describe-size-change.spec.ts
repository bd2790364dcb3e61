import { describeSizeChange } from "./describe-size-change"

const at = "2026-03-15T11:00:00.000Z"

it("says of a group that has shrunk by how much, and where to look", () => {
  expect(
    describeSizeChange({ name: "VIP" }, { group_id: "cusgroup_1", from: 48_211, to: 1_200, share: 0.975, at }),
  ).toEqual({
    key: `customer-groups:cusgroup_1:size:${at}`,
    title: 'Customer group "VIP" has shrunk by 98% within a day',
    description: "From 48,211 to 1,200 members. The activity of the group says by what.",
  })
})

it("says of a single member who is left that it is one", () => {
  const change = { group_id: "cusgroup_1", from: 150, to: 1, share: 0.99, at }
  expect(describeSizeChange({ name: "VIP" }, change).description).toMatch("From 150 to 1 member. ")
})

it("says of a group that has grown by how much", () => {
  expect(
    describeSizeChange({ name: "VIP" }, { group_id: "cusgroup_1", from: 100, to: 1_600, share: 15, at }),
  ).toMatchObject({ title: 'Customer group "VIP" has grown by 1,500% within a day' })
})
