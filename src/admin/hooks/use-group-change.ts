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

/** Everything that is shown of groups and customers may have changed: whoever moves may do so in several groups at once. */
export const useChangeOfGroups = <Answer, Input>(change: (input: Input) => Promise<Answer>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groups }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ]),
  })
}
