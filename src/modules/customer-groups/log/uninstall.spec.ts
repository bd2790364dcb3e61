import { readdirSync } from "node:fs"
import path from "node:path"
import { MIGRATION_SCRIPTS, MIGRATIONS } from "./uninstall"

const namesIn = (folder: string) =>
  readdirSync(path.join(__dirname, folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.basename(file, ".ts"))

it("forgets every migration there is", () => {
  expect(MIGRATIONS).toEqual(namesIn("../migrations"))
})

it("forgets every migration script there is", () => {
  expect(MIGRATION_SCRIPTS).toEqual(namesIn("../../../migration-scripts"))
})
