import { begin, change, redo, undo } from "./history"

it("takes changes back one by one, and makes them again", () => {
  const changed = change(change(begin("a"), "b", 0), "c", 10)
  expect(undo(changed).present).toBe("b")
  expect(undo(undo(changed)).present).toBe("a")
  expect(redo(undo(undo(changed))).present).toBe("b")
  expect(redo(redo(undo(undo(changed)))).present).toBe("c")
})

it("has nothing to take back at the beginning, and nothing to make again at the end", () => {
  expect(undo(begin("a")).present).toBe("a")
  expect(redo(begin("a")).present).toBe("a")
})

it("takes typing at one place back as one change", () => {
  const typed = change(change(change(begin(""), "1", 0, "value"), "12", 500, "value"), "123", 1_000, "value")
  expect(undo(typed).present).toBe("")
})

it("takes changes at different places, and those with a pause between them, back by themselves", () => {
  expect(undo(change(change(begin(""), "1", 0, "one"), "2", 10, "other")).present).toBe("1")
  expect(undo(change(change(begin(""), "1", 0, "one"), "12", 2_000, "one")).present).toBe("1")
})

it("forgets what was taken back when something else is changed", () => {
  const changed = change(undo(change(begin("a"), "b", 0)), "c", 10)
  expect(redo(changed).present).toBe("c")
})

it("is no change where nothing is other", () => {
  const history = begin("a")
  expect(change(history, "a", 0)).toBe(history)
})
