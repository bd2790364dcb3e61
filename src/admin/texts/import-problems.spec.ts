import { GROUP_IMPORT_PROBLEMS } from "../../types/http/imports"
import { de } from "./de"
import { en } from "./en"

/** What a sentence names, between its braces. */
const namesIn = (text: string) => [...text.matchAll(/{{(\w+)/g)].map(([, name]) => name).sort()

it("has a sentence for each problem of an import, which names the same in both languages", () => {
  expect(Object.keys(en.import.problems)).toEqual([...GROUP_IMPORT_PROBLEMS])
  for (const code of GROUP_IMPORT_PROBLEMS)
    expect([code, ...namesIn(de.import.problems[code])]).toEqual([code, ...namesIn(en.import.problems[code])])
})
