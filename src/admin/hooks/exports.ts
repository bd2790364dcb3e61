import { useMutation } from "@tanstack/react-query"
import type { AdminExportGroupBody, AdminExportGroupResponse } from "../../types"
import { sdk } from "../lib/sdk"

/** Has the members of a group written into a file; the bell says when it is there. */
export const useExportGroup = (groupId: string) =>
  useMutation({
    mutationFn: (body: AdminExportGroupBody) =>
      sdk.client.fetch<AdminExportGroupResponse>(`/admin/customer-groups/${groupId}/export`, { method: "POST", body }),
  })
