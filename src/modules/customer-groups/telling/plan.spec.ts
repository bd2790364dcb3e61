import { planTelling, type UntoldChange } from "./plan"

let next = 0
const aChange = (given: Partial<UntoldChange> = {}): UntoldChange => ({
  outbox_id: String(++next),
  group_id: "cusgroup_1",
  operation_id: "cgop_1",
  joined: 1,
  left: 0,
  status: "succeeded",
  type: "change_members",
  reason: "by_hand",
  moved: null,
  tell_customers: null,
  is_announced: true,
  ...given,
})
const limits = { maxCustomerEvents: 10, events: 100 }
const toldOf = (changes: UntoldChange[], given = limits) =>
  planTelling(changes, given).told.map(({ outbox_id }) => outbox_id)

it("tells a change without an operation on record as one from outside", () => {
  const change = aChange({ operation_id: null, status: null, type: null, reason: null, is_announced: false })
  expect(planTelling([change], limits).told).toMatchObject([{ reason: "outside", tellsCustomers: true }])
})

it("keeps back later changes of a group, and of no other, when one cannot be told yet", () => {
  const changes = [
    aChange({ is_announced: false }),
    aChange(),
    aChange({ group_id: "cusgroup_2" }),
    aChange({ status: "failed", is_announced: false }),
  ]
  expect(planTelling(changes, limits)).toMatchObject({ told: [{ group_id: "cusgroup_2" }], dropped: [] })
})

it("drops what failed before it was announced, and tells what failed afterwards", () => {
  const [never, later] = [aChange({ status: "failed", is_announced: false }), aChange({ status: "failed" })]
  expect(planTelling([never, later], limits)).toMatchObject({
    told: [{ outbox_id: later.outbox_id }],
    dropped: [never.outbox_id],
  })
})

it("begins no further change after so many events, but tells at least one", () => {
  const [first, second, third] = [aChange({ joined: 5 }), aChange({ joined: 5 }), aChange()]
  expect(toldOf([first, second, third], { maxCustomerEvents: 10, events: 7 })).toEqual([
    first.outbox_id,
    second.outbox_id,
  ])
  expect(toldOf([first, second], { maxCustomerEvents: 10, events: 1 })).toEqual([first.outbox_id])
})

it.each([
  ["by hand", { reason: "by_hand" }, true],
  ["by a change of criteria", { reason: "criteria_changed" }, false],
  ["by a change of criteria whose author wants it", { reason: "criteria_changed", tell_customers: true }, true],
  ["by taking the criteria away", { type: "remove_criteria", reason: null }, false],
  ["by a first evaluation", { reason: "time_passed", tell_customers: false }, false],
  ["of more customers than the bound", { joined: 6, left: 5 }, false],
] as [string, Partial<UntoldChange>, boolean][])(
  "tells of a change %s: each customer (%#)",
  (_, given, tellsCustomers) => {
    expect(planTelling([aChange(given)], limits).told).toMatchObject([{ tellsCustomers }])
  },
)

it("tells no single customer of the last statement of a large operation either", () => {
  const last = aChange({ joined: 3, moved: 11 })
  expect(planTelling([last], limits).told).toMatchObject([{ tellsCustomers: false }])
})
