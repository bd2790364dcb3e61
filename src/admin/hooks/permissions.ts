import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

type Operation = "read" | "create" | "update" | "delete"

const MINUTES = 60 * 1000

/**
 * What the user may do, so that nothing else is offered. Asks as the dashboard does, under its own keys, so it costs no
 * request of its own; without roles in the store (RBAC off) everything is allowed.
 */
export const usePermissions = () => {
  const flags = useQuery({
    queryKey: ["admin", "feature-flags"],
    queryFn: async () =>
      (await sdk.client.fetch<{ feature_flags: Record<string, boolean> }>("/admin/feature-flags")).feature_flags,
    staleTime: 5 * MINUTES,
  })
  const hasRoles = flags.data?.rbac === true
  const granted = useQuery({
    queryKey: ["me-permissions"],
    queryFn: () => sdk.client.fetch<{ permissions: string[] }>("/admin/rbac/me/permissions"),
    staleTime: 5 * MINUTES,
    enabled: hasRoles,
  })

  return (resource: string, operation: Operation): boolean => {
    if (!flags.data) return flags.isError
    if (!hasRoles) return true
    const permissions = granted.data?.permissions ?? []
    return permissions.includes(`${resource}:${operation}`) || permissions.includes(`${resource}:*`)
  }
}
