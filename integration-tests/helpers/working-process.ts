/**
 * A process that does long work on a group when it is told to, to be killed meanwhile: `working-process.ts URL`. It says
 * "ready" when it is, takes one piece of work as a message, and says "done" at the end.
 */
import { startModule } from "../../bench/module"
import type { ApplyImportInput, ChangeMembersInput, UndoOperationInput } from "../../src/types"

export type Task =
  | { kind: "change"; input: ChangeMembersInput }
  | { kind: "undo"; input: UndoOperationInput }
  | { kind: "import"; input: ApplyImportInput }

const main = async () => {
  const { groups } = await startModule(process.argv[2]!)
  process.on("message", async (task: Task) => {
    if (task.kind === "change") await groups.changeMembers(task.input)
    if (task.kind === "undo") await groups.undoOperation(task.input)
    if (task.kind === "import") await groups.applyImport(task.input)
    process.send?.("done")
  })
  process.send?.("ready")
}

void main()
