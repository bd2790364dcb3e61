import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import type {
  AdminApplyGroupImportBody,
  AdminGroupImport,
  AdminGroupImportProblemListResponse,
  AdminGroupImportResponse,
  AdminGroupOperationResponse,
  UnknownCustomers,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useGroupChange } from "./use-group-change"

type Imported = Pick<AdminGroupImport, "id" | "group_id">

const pathOf = ({ id, group_id }: Imported) => `/admin/customer-groups/${group_id}/imports/${id}`

/** Sends a file, and answers what would come of it. */
export const useCheckImport = (groupId: string) =>
  useMutation({
    mutationFn: ({ file, unknown }: { file: File; unknown: UnknownCustomers }) => {
      const body = new FormData()
      body.append("file", file)
      return sdk.client.fetch<AdminGroupImportResponse>(`/admin/customer-groups/${groupId}/import`, {
        method: "POST",
        body,
        query: { unknown },
        // The browser writes the form's own.
        headers: { "content-type": null },
      })
    },
  })

/** A page of the rows that are not applied. */
export const useImportProblems = (imported: Imported, query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: queryKeys.importProblems(imported.group_id, imported.id, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupImportProblemListResponse>(`${pathOf(imported)}/problems`, { query, signal }),
    placeholderData: keepPreviousData,
  })

/** All of them as a file; with the login of the dashboard, which a mere link may not have. */
export const useImportReport = (imported: Imported) =>
  useMutation({
    mutationFn: async () => {
      const response = await sdk.client.fetch<Response>(`${pathOf(imported)}/report.csv`, {
        headers: { accept: "text/csv" },
      })
      return response.blob()
    },
  })

/** Does what the file says. */
export const useApplyImport = (groupId: string) =>
  useGroupChange(groupId, ({ id, ...body }: AdminApplyGroupImportBody & { id: string }) =>
    sdk.client.fetch<AdminGroupOperationResponse>(`${pathOf({ id, group_id: groupId })}/apply`, {
      method: "POST",
      body,
    }),
  )
