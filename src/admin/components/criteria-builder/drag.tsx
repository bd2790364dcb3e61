import { useDraggable, useDroppable } from "@dnd-kit/core"
import { DotsSix } from "@medusajs/icons"
import { clx, IconButton } from "@medusajs/ui"
import { mayMoveTo } from "./tree"
import { useBuilder } from "./context"

/** Where an item can be dropped: before the one at an index of a node, or behind the last. */
export interface Drop {
  parentKey: string
  index: number
}

/** The room between two items; a line shows where what is dragged would go. */
export const DropGap = ({ parentKey, index }: Drop) => {
  const { root } = useBuilder()
  const { setNodeRef, isOver, active } = useDroppable({
    id: `${parentKey}:${index}`,
    data: { parentKey, index } satisfies Drop,
  })
  const isFree = active !== null && mayMoveTo(root, String(active.id), parentKey)

  return (
    <div ref={setNodeRef} aria-hidden className="flex h-2 items-center">
      <div className={clx("h-0.5 w-full rounded-full", isOver && isFree && "bg-ui-fg-interactive")} />
    </div>
  )
}

export const DragHandle = ({ itemKey, label }: { itemKey: string; label: string }) => {
  const { attributes, listeners, setNodeRef } = useDraggable({ id: itemKey })
  return (
    <IconButton
      ref={setNodeRef}
      type="button"
      size="2xsmall"
      variant="transparent"
      {...attributes}
      {...listeners}
      className="text-ui-fg-muted flex-shrink-0 cursor-grab touch-none"
      aria-label={label}
    >
      <DotsSix />
    </IconButton>
  )
}
