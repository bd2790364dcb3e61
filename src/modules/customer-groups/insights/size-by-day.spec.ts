import { sizeByDay, type KnownSize } from "./size-by-day"

const TODAY = "2026-03-04"
const period = { from: "2026-03-01", to: TODAY }

const known = (given: Partial<KnownSize>): KnownSize => ({
  member_count: 0,
  baseline_at: new Date("2025-01-01T00:00:00Z"),
  baseline_day: "2025-01-01",
  moved: [],
  joined_before: [],
  ...given,
})

const sizes = (given: Partial<KnownSize>, days = period) =>
  sizeByDay(known(given), days, TODAY).days.map(({ size, joined, left }) => [size, joined, left])

it("goes back from today's count by who joined and left", () => {
  const moved = [
    { day: "2026-03-04", joined: 1, left: 3 },
    { day: "2026-03-02", joined: 5, left: 0 },
  ]
  expect(sizes({ member_count: 10, moved })).toEqual([
    [7, 0, 0],
    [12, 5, 0],
    [12, 0, 0],
    [10, 1, 3],
  ])
})

it("knows of what happened after the period", () => {
  const moved = [{ day: "2026-03-03", joined: 4, left: 0 }]
  expect(sizes({ member_count: 10, moved }, { from: "2026-03-01", to: "2026-03-02" })).toEqual([
    [6, 0, 0],
    [6, 0, 0],
  ])
})

it("goes by when the members of today joined before the log began, and says from when on it knows more", () => {
  const baseline_at = new Date("2026-03-03T12:00:00Z")
  const size = sizeByDay(
    known({
      member_count: 10,
      baseline_at,
      baseline_day: "2026-03-03",
      moved: [{ day: "2026-03-03", joined: 2, left: 1 }],
      joined_before: [
        { day: "2026-03-02", joined: 3 },
        { day: "2026-03-03", joined: 1 },
      ],
    }),
    period,
    TODAY,
  )
  expect(size).toEqual({
    member_count: 10,
    joined: 6,
    left: 1,
    known_since: baseline_at.toISOString(),
    days: [
      { day: "2026-03-01", size: 5, joined: 0, left: 0 },
      { day: "2026-03-02", size: 8, joined: 3, left: 0 },
      { day: "2026-03-03", size: 10, joined: 3, left: 1 },
      { day: "2026-03-04", size: 10, joined: 0, left: 0 },
    ],
  })
})

it("knows all of a group that was empty when its log began, whatever its rows say", () => {
  const size = sizeByDay(
    known({
      member_count: 2,
      baseline_day: "2026-03-03",
      moved: [{ day: "2026-03-04", joined: 2, left: 0 }],
      joined_before: [{ day: "2026-03-02", joined: 2 }],
    }),
    period,
    TODAY,
  )
  expect(size).toMatchObject({ joined: 2, known_since: null })
  expect(size.days.map((day) => day.size)).toEqual([0, 0, 0, 2])
})

it("is never less than nobody, also when something went past the log", () => {
  expect(sizes({ member_count: 1, moved: [{ day: "2026-03-03", joined: 5, left: 0 }] })).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [1, 5, 0],
    [1, 0, 0],
  ])
})
