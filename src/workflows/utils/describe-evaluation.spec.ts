import { describeEvaluation } from "./describe-evaluation"

const group = { name: "VIP", member_count: 48_211 }
const operation = { id: "cgop_1", details: { joins: 12, leaves: 31_204 }, error: null }

it("says of a held evaluation how many would move, and what to do", () => {
  expect(describeEvaluation(group, { ...operation, status: "held" })).toEqual({
    key: "customer-groups:cgop_1:held",
    title: 'Customer group "VIP": a large change waits for you',
    description:
      "Of 48,211 members 31,204 would leave, and 12 customers would join. Apply or discard it on the page of the group.",
  })
})

it("says of a failed evaluation why", () => {
  expect(describeEvaluation(group, { ...operation, status: "failed", error: "Something broke." })).toMatchObject({
    key: "customer-groups:cgop_1:failed",
    description: "Something broke. Its members have stayed as they were.",
  })
})

it("says nothing of an evaluation that has been decided since", () => {
  expect(describeEvaluation(group, { ...operation, status: "succeeded" })).toBeNull()
})
