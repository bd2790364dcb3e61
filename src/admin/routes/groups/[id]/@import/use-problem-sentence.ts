import { useTranslation } from "react-i18next"
import type { AdminGroupImportProblem } from "../../../../../types"

/** Says why a row is not imported, in the language of the dashboard; as the server does, where it has no words for it. */
export const useProblemSentence = () => {
  const { t } = useTranslation("customerGroups")
  return ({ code, values, problem }: AdminGroupImportProblem): string =>
    code ? t(`import.problems.${code}`, { ...values, defaultValue: problem }) : problem
}
