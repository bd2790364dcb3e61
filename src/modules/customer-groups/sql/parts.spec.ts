import { partsOf } from "./parts"

it("makes one part of what is small enough", () => {
  expect(partsOf(3, 10)).toEqual([{ after: 0, upTo: 3 }])
})

it("makes parts of about the same size that follow each other", () => {
  expect(partsOf(25, 10)).toEqual([
    { after: 0, upTo: 8 },
    { after: 8, upTo: 17 },
    { after: 17, upTo: 25 },
  ])
})

it("makes no part of nothing", () => {
  expect(partsOf(0)).toEqual([])
})
