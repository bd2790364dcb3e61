import { DEFAULT_GUARD, hasOutgrown, mustBeHeld } from "./guard"

describe("the guard", () => {
  it.each([
    ["half of the group and no more", { moved: 0, moving: 500, size: 1_000 }, false],
    ["more than half of the group", { moved: 0, moving: 501, size: 1_000 }, true],
    ["more than half together with the day before", { moved: 400, moving: 101, size: 1_000 }, true],
    ["a whole group of few people", { moved: 0, moving: 100, size: 100 }, false],
    ["one more than the people who may move anyway", { moved: 0, moving: 101, size: 100 }, true],
    ["many into an empty group", { moved: 0, moving: 101, size: 0 }, true],
    ["nobody after a day of much movement", { moved: 900, moving: 0, size: 1_000 }, false],
  ])("weighs %s", (_, movement, isHeld) => {
    expect(mustBeHeld(DEFAULT_GUARD, movement)).toBe(isHeld)
  })

  it("lets everything pass when it is switched off", () => {
    expect(mustBeHeld(null, { moved: 0, moving: 1_000_000, size: 10 })).toBe(false)
  })

  it("takes the share and the people of the group", () => {
    expect(mustBeHeld({ share: 0.1, people: 5 }, { moved: 0, moving: 11, size: 100 })).toBe(true)
  })
})

describe("what a person has agreed to", () => {
  it.each([
    ["a tenth more", { joins: 60, leaves: 50 }, false],
    ["more than a tenth more", { joins: 61, leaves: 50 }, true],
    ["fewer", { joins: 0, leaves: 10 }, false],
  ])("is outgrown by more than a tenth: %s", (_, now, isOutgrown) => {
    expect(hasOutgrown({ joins: 50, leaves: 50 }, now)).toBe(isOutgrown)
  })
})
