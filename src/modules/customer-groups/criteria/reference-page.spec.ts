import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { referencePage } from "./reference-page"

const page = path.join(__dirname, "../../../../docs/criteria.md")

it("docs/criteria.md says what the catalogue says (UPDATE_DOCS=1 writes it)", () => {
  if (process.env.UPDATE_DOCS) writeFileSync(page, referencePage())
  expect(readFileSync(page, "utf8")).toBe(referencePage())
})
