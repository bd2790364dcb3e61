import {
  closestCenter,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { ArrowUturnLeft } from "@medusajs/icons"
import { IconButton, Skeleton, Text, Tooltip } from "@medusajs/ui"
import { type KeyboardEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { SectionError } from "../section-error"
import { BuilderProvider } from "./context"
import type { Drop } from "./drag"
import { EscapeGuard } from "./escape-guard"
import { NodeEditor } from "./node-editor"
import { PreviewPanel } from "./preview-panel"
import { find, isNode, move } from "./tree"
import type { BuilderState } from "./use-builder-state"

/** By keyboard there is no pointer to be within anything. */
const collisions: CollisionDetection = (args) => {
  const within = pointerWithin(args)
  return within.length ? within : closestCenter(args)
}

/** Pixels that a press has to move before it drags. */
const DISTANCE = 4

/** The tree of conditions, and beside it who they mean. */
export const CriteriaBuilder = ({ state }: { state: BuilderState }) => {
  const { t } = useTranslation("customerGroups")
  const { builder, history, preview, isReady, catalogueError, retryCatalogue } = state
  const { root } = builder
  const [dragged, setDragged] = useState<string>()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DISTANCE } }),
    useSensor(KeyboardSensor),
  )

  if (catalogueError && !isReady) return <SectionError error={catalogueError} onRetry={retryCatalogue} />
  if (!isReady) return <BuilderSkeleton />

  const labelOf = (key: string) => {
    const item = find(root, key)?.item
    if (!item || isNode(item)) return t("builder.group")
    return builder.attributeOf(item.condition.attribute)?.label ?? item.condition.attribute
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged(undefined)
    const drop = over?.data.current as Drop | undefined
    if (drop) builder.change((before) => move(before, String(active.id), drop.parentKey, drop.index))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "z") return
    event.preventDefault()
    if (event.shiftKey) history.redo()
    else history.undo()
  }

  return (
    <EscapeGuard>
      <BuilderProvider value={builder}>
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_320px]" onKeyDown={onKeyDown}>
          <DndContext
            sensors={sensors}
            collisionDetection={collisions}
            onDragStart={({ active }) => setDragged(String(active.id))}
            onDragCancel={() => setDragged(undefined)}
            onDragEnd={onDragEnd}
          >
            <div className="min-w-0">
              <NodeEditor
                node={root}
                actions={
                  <>
                    <HistoryButton label={t("builder.undo")} isOn={history.canUndo} onClick={history.undo} />
                    <HistoryButton label={t("builder.redo")} isOn={history.canRedo} onClick={history.redo} isForward />
                  </>
                }
              />
            </div>
            <DragOverlay>
              {dragged && (
                <Text size="small" className="bg-ui-bg-base shadow-elevation-flyout w-fit rounded-md px-3 py-2">
                  {labelOf(dragged)}
                </Text>
              )}
            </DragOverlay>
          </DndContext>
          <aside
            aria-label={t("builder.preview.title")}
            className="bg-ui-bg-subtle shadow-elevation-card-rest h-fit rounded-lg p-4 lg:sticky lg:top-0"
          >
            <PreviewPanel
              preview={preview.data}
              isOld={preview.isOld}
              error={preview.error}
              onRetry={preview.retry}
              sentence={preview.sentence}
              isEmpty={preview.isEmpty}
              isHalfFinished={root.items.length > 0}
            />
          </aside>
        </div>
      </BuilderProvider>
    </EscapeGuard>
  )
}

interface HistoryButtonProps {
  label: string
  isOn: boolean
  onClick: () => void
  isForward?: boolean
}

const HistoryButton = ({ label, isOn, onClick, isForward }: HistoryButtonProps) => (
  <Tooltip content={label}>
    <IconButton type="button" size="small" variant="transparent" disabled={!isOn} onClick={onClick} aria-label={label}>
      <ArrowUturnLeft className={isForward ? "-scale-x-100" : undefined} />
    </IconButton>
  </Tooltip>
)

const BuilderSkeleton = () => (
  <div aria-hidden className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
    <Skeleton className="h-48 rounded-lg" />
    <Skeleton className="h-48 rounded-lg" />
  </div>
)
