import { Container, Heading, Text } from "@medusajs/ui"
import { useCallback, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupImport, GroupImportCounts } from "../../../../../types"
import { ImportProblems } from "./import-problems"
import { movedBy } from "./use-import-form"

/** What is said of a file, in this order; what does not occur is left out. */
const SAID = [
  "add",
  "guests",
  "remove",
  "exclude",
  "already",
  "duplicates",
  "skipped",
  "both",
  "problems",
] as const satisfies (keyof GroupImportCounts)[]

/** What a file would do, in words with numbers, and the rows that it would not do. */
export const ImportSummary = ({ imported }: { imported: AdminGroupImport }) => {
  const { t } = useTranslation("customerGroups")
  const { counts, file_name: file } = imported
  const all = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLDivElement>(null)
  // It is what a person waits for, and may stand below the end of the window; more so when its problems are there.
  const show = useCallback(() => all.current?.scrollIntoView({ block: "start" }), [])
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    show()
  }, [show])

  return (
    <Container ref={all} className="scroll-m-4 divide-y p-0">
      <div ref={top} tabIndex={-1} className="px-6 py-4 outline-none">
        <Heading level="h2">{t("import.summary")}</Heading>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {counts.rows ? t("import.counts.rows", { count: counts.rows, file }) : t("import.empty")}
        </Text>
      </div>
      <ul className="flex flex-col gap-y-1 px-6 py-4 empty:hidden">
        {SAID.filter((each) => counts[each] > 0).map((each) => (
          <li key={each} className="txt-small">
            {t(`import.counts.${each}`, { count: counts[each] })}
          </li>
        ))}
        {counts.rows > 0 && !movedBy(imported) && (
          <li className="txt-small text-ui-fg-subtle">{t("import.nothing")}</li>
        )}
      </ul>
      {counts.problems > 0 && <ImportProblems imported={imported} onLoaded={show} />}
    </Container>
  )
}
