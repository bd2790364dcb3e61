import { useMutation, useQueryClient } from "@tanstack/react-query"
import { queryKeys } from "./query-keys"

/** Everything that is shown of a group may have changed. */
export const useGroupChange = <Answer, Input>(groupId: string, change: (input: Input) => Promise<Answer>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
        queryClient.invalidateQueries({ queryKey: queryKeys.group(groupId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ]),
  })
}
