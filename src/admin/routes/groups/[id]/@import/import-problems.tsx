import { ArrowDownTray } from "@medusajs/icons"
import { Button, Table, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupImport } from "../../../../../types"
import { Pagination } from "../../../../components/data-table"
import { RowsSkeleton } from "../../../../components/rows-skeleton"
import { SectionError } from "../../../../components/section-error"
import { useImportProblems, useImportReport } from "../../../../hooks/imports"
import { messageOf } from "../../../../lib/errors"
import { saveFile } from "../../../../lib/save-file"
import { useProblemSentence } from "./use-problem-sentence"

/** As many as stand in a window with the rest of the summary. */
const PAGE_SIZE = 5

interface Props {
  imported: AdminGroupImport
  /** The first of them are there, and take their room. */
  onLoaded: () => void
}

/** The rows that are not imported, each with the reason, and all of them as a file. */
export const ImportProblems = ({ imported, onLoaded }: Props) => {
  const { t } = useTranslation("customerGroups")
  const sentenceOf = useProblemSentence()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useImportProblems(imported, { limit: PAGE_SIZE, offset })
  const report = useImportReport(imported)
  const isLoaded = Boolean(data)
  useEffect(() => {
    if (isLoaded) onLoaded()
  }, [isLoaded, onLoaded])

  const download = async () => {
    try {
      saveFile(await report.mutateAsync(), "customer-group-import-problems.csv")
    } catch (failure) {
      toast.error(messageOf(failure))
    }
  }

  if (!data && error) return <SectionError error={error} onRetry={() => void refetch()} />
  if (!data) return <RowsSkeleton rows={3} />
  return (
    <div>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="w-16 md:w-24">{t("import.line")}</Table.HeaderCell>
            <Table.HeaderCell>{t("import.problem")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {data.problems.map((problem) => (
            <Table.Row key={problem.line}>
              <Table.Cell>{t("import.lineNumber", { line: problem.line })}</Table.Cell>
              <Table.Cell className="whitespace-normal py-2 [overflow-wrap:anywhere]">{sentenceOf(problem)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {data.count > PAGE_SIZE && (
        <Pagination
          offset={offset}
          limit={PAGE_SIZE}
          count={data.count}
          onPage={(index) => setOffset(index * PAGE_SIZE)}
        />
      )}
      <div className="flex justify-end px-6 py-4">
        <Button
          type="button"
          size="small"
          variant="secondary"
          isLoading={report.isPending}
          onClick={() => void download()}
        >
          <ArrowDownTray />
          {t("import.report")}
        </Button>
      </div>
    </div>
  )
}
