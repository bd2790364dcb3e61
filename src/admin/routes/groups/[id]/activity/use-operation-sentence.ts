import { useTranslation } from "react-i18next"
import type { AdminGroupOperation, UndoDetails } from "../../../../../types"

interface Details {
  name?: { from?: string; to?: string }
  copy_of?: { name?: string }
  metadata?: { set?: string[]; removed?: string[] }
  file_name?: string
  how?: "union" | "intersection" | "difference"
  groups?: { id: string; name: string }[]
  to?: { id: string; name: string }
  from?: { id: string; name: string }
}

/** Says an operation in a sentence: who did what, and how many customers moved. */
export const useOperationSentence = () => {
  const { t } = useTranslation("customerGroups")

  const actorOf = ({ actor_name, actor_type }: AdminGroupOperation) =>
    actor_name ?? (actor_type === "workflow" ? t("activity.aWorkflow") : t("activity.someone"))

  const created = (operation: AdminGroupOperation) => {
    const actor = actorOf(operation)
    const { copy_of } = (operation.details ?? {}) as Details
    if (!copy_of) return t("activity.created", { actor })
    const { joined: count } = operation
    return t(count ? "activity.copiedWith" : "activity.copied", { actor, name: copy_of.name, count })
  }

  const updated = (operation: AdminGroupOperation) => {
    const actor = actorOf(operation)
    const { name, metadata } = (operation.details ?? {}) as Details
    if (name?.from && name.to) return t("activity.renamed", { actor, from: name.from, to: name.to })
    const keys = [...(metadata?.set ?? []), ...(metadata?.removed ?? [])]
    return keys.length
      ? t("activity.metadataChanged", { actor, keys: keys.join(", ") })
      : t("activity.updated", { actor })
  }

  const membersChanged = (operation: AdminGroupOperation) => {
    const actor = actorOf(operation)
    const { joined, left } = operation
    if (joined && left) return t("activity.addedAndRemoved", { actor, joined, left })
    if (joined) return t("activity.added", { actor, count: joined })
    if (left) return t("activity.removed", { actor, count: left })
    return t("activity.changedNobody", { actor })
  }

  const changeOf = ({ joined, left }: AdminGroupOperation) => {
    const parts = [
      ...(joined ? [t("activity.joined", { count: joined })] : []),
      ...(left ? [t("activity.left", { count: left })] : []),
    ]
    return parts.join(", ") || t("activity.nobody")
  }

  const evaluated = (operation: AdminGroupOperation) => {
    const change = changeOf(operation)
    return operation.actor_id
      ? t("activity.evaluated", { actor: actorOf(operation), change })
      : t("activity.evaluatedByItself", { change })
  }

  const undid = (operation: AdminGroupOperation) => {
    const actor = actorOf(operation)
    const { undoes = "update" } = (operation.details ?? {}) as Partial<UndoDetails>
    const what = t(`activity.types.${undoes}`)
    const isMove = operation.joined + operation.left > 0
    return isMove
      ? t("activity.undidAndMoved", { actor, what, change: changeOf(operation) })
      : t("activity.undid", { actor, what })
  }

  const imported = (operation: AdminGroupOperation) => {
    const { file_name: file = "" } = (operation.details ?? {}) as Details
    return t("activity.imported", { actor: actorOf(operation), file, change: changeOf(operation) })
  }

  const combined = (operation: AdminGroupOperation) => {
    const { how = "union", groups = [] } = (operation.details ?? {}) as Details
    const names = groups.map(({ name }) => name).join(", ")
    return t(`activity.combined.${how}`, { actor: actorOf(operation), names, change: changeOf(operation) })
  }

  const moved = (operation: AdminGroupOperation) => {
    const { to, from } = (operation.details ?? {}) as Details
    return to
      ? t("activity.movedTo", { actor: actorOf(operation), count: operation.left, name: to.name })
      : t("activity.movedFrom", { actor: actorOf(operation), count: operation.joined, name: from?.name ?? "" })
  }

  return (operation: AdminGroupOperation): string => {
    switch (operation.type) {
      case "create":
        return created(operation)
      case "update":
        return updated(operation)
      case "delete":
        return t("activity.deleted", { actor: actorOf(operation) })
      case "change_members":
        return membersChanged(operation)
      case "set_criteria":
        return t("activity.criteriaSet", { actor: actorOf(operation) })
      case "remove_criteria":
        return t("activity.criteriaRemoved", { actor: actorOf(operation) })
      case "pause":
        return t("activity.paused", { actor: actorOf(operation) })
      case "resume":
        return t("activity.resumed", { actor: actorOf(operation) })
      case "evaluate":
        return evaluated(operation)
      case "exclude":
        return t("activity.excluded", { actor: actorOf(operation), count: Number(operation.details?.excluded ?? 0) })
      case "lift_exclusion":
        return t(operation.joined ? "activity.exclusionLiftedAndBack" : "activity.exclusionLifted", {
          actor: actorOf(operation),
        })
      case "restore":
        return t("activity.restored", { actor: actorOf(operation) })
      case "undo":
        return undid(operation)
      case "import":
        return imported(operation)
      case "combine":
        return combined(operation)
      case "move":
        return moved(operation)
      case "outside":
        return t("activity.outside", { change: changeOf(operation) })
    }
  }
}
