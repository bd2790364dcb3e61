import { nice, ticks } from "d3-array"
import { area, line } from "d3-shape"
import { useId, useState, type PointerEvent } from "react"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupDay } from "../../../../../types"
import { bucketsOf, type Bucket } from "./buckets"
import { SizeTooltip } from "./size-tooltip"
import { useDayFormat } from "./use-day-format"

interface Props {
  days: AdminGroupDay[]
  /** The day on which the log begins, if the days before it are less certain. */
  beginsOn?: string
  /** What the picture says, for who does not see it. */
  label: string
}

/** Both pictures are drawn on a sheet of 100 by 100 that is stretched to its place. */
const SHEET = 100
const TICKS = 3

/** The scale of the sizes: from nobody, unless all of them are so large that their changes would not be seen. */
const scaleOf = (sizes: number[]): [number, number] => {
  const most = Math.max(...sizes, 1)
  const least = Math.min(...sizes)
  const [low, high] = nice(least > most / 2 ? least - (most - least) / 2 : 0, most + (most - least) / 10, TICKS)
  return low === high ? [0, nice(0, high * 1.2, TICKS)[1]] : [Math.max(0, low), high]
}

/** Size as an area, and below it who joined and left, a bar for some days together. */
const SizeChart = ({ days, beginsOn, label }: Props) => {
  const { i18n } = useTranslation()
  const { shortDay } = useDayFormat()
  const gradient = useId()
  const [pointed, setPointed] = useState<number>()

  const buckets = bucketsOf(days)
  const [low, high] = scaleOf(days.map((day) => day.size))
  const width = Math.max(1, days.length - 1)
  const x = (index: number) => (index / width) * SHEET
  const y = (value: number) => SHEET - ((value - low) / (high - low)) * SHEET
  const outline = line<number>(
    (_, index) => x(index),
    (value) => y(value),
  )
  const filled = area<number>(
    (_, index) => x(index),
    SHEET,
    (value) => y(value),
  )
  // A line needs two ends, also on the only day of a period.
  const sizes = days.length === 1 ? [days[0]!.size, days[0]!.size] : days.map((day) => day.size)
  const steps = ticks(low, high, TICKS).filter(Number.isInteger)
  const compact = new Intl.NumberFormat(i18n.language, { notation: "compact", maximumFractionDigits: 1 })
  const beginning = beginsOn ? days.findIndex(({ day }) => day >= beginsOn) : -1

  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width: total } = event.currentTarget.getBoundingClientRect()
    const bucket = Math.floor(((event.clientX - left) / total) * buckets.length)
    setPointed(Math.max(0, Math.min(buckets.length - 1, bucket)))
  }
  const centre = pointed === undefined ? 0 : ((pointed + 0.5) / buckets.length) * SHEET

  return (
    <div role="img" aria-label={label} className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1">
      <div className="relative h-32 min-w-7">
        {steps.map((step) => (
          <Text
            key={step}
            as="span"
            size="xsmall"
            className="text-ui-fg-subtle absolute right-0 -translate-y-1/2 leading-none tabular-nums"
            style={{ top: `${y(step)}%` }}
          >
            {compact.format(step)}
          </Text>
        ))}
        {/* The column is as wide as the widest of them. */}
        {steps.map((step) => (
          <Text key={step} size="xsmall" className="invisible h-0 tabular-nums">
            {compact.format(step)}
          </Text>
        ))}
      </div>
      <div
        className="relative touch-pan-y"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointed(undefined)}
      >
        <svg
          viewBox={`0 0 ${SHEET} ${SHEET}`}
          preserveAspectRatio="none"
          className="block h-32 w-full overflow-visible"
        >
          <defs>
            <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0%" stopColor="var(--fg-interactive)" stopOpacity={0.2} />
              <stop offset="100%" stopColor="var(--fg-interactive)" stopOpacity={0.02} />
            </linearGradient>
          </defs>
          {steps.map((step) => (
            <Rule key={step} y={y(step)} />
          ))}
          <path d={filled(sizes) ?? ""} fill={`url(#${gradient})`} />
          <path
            d={outline(sizes) ?? ""}
            fill="none"
            stroke="var(--fg-interactive)"
            strokeWidth="1.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
          {beginning > 0 && <Beginning x={x(beginning)} />}
        </svg>
        <Bars buckets={buckets} />
        {pointed !== undefined && (
          <>
            <span
              className="bg-ui-border-strong pointer-events-none absolute inset-y-0 w-px"
              style={{ left: `${centre}%` }}
            />
            <SizeTooltip bucket={buckets[pointed]!} position={centre} />
          </>
        )}
      </div>
      <div className="txt-compact-xsmall text-ui-fg-subtle col-start-2 flex justify-between">
        {[...new Set([0, Math.floor(width / 2), days.length - 1])].map((index) => (
          <span key={index}>{shortDay(days[index]!.day)}</span>
        ))}
      </div>
    </div>
  )
}

/** Who joined, upwards, and who left, downwards. */
const Bars = ({ buckets }: { buckets: Bucket[] }) => {
  const joined = Math.max(...buckets.map((bucket) => bucket.joined))
  const left = Math.max(...buckets.map((bucket) => bucket.left))
  if (!joined && !left) return null

  const width = SHEET / buckets.length
  const scale = SHEET / (joined + left)
  const middle = joined * scale
  return (
    <svg
      viewBox={`0 0 ${SHEET} ${SHEET}`}
      preserveAspectRatio="none"
      className="mt-2 block h-10 w-full"
      shapeRendering="crispEdges"
    >
      {buckets.map((bucket, index) => (
        <g key={bucket.from}>
          <rect
            x={(index + 0.15) * width}
            width={width * 0.7}
            y={middle - bucket.joined * scale}
            height={bucket.joined * scale}
            fill="var(--tag-green-icon)"
          />
          <rect
            x={(index + 0.15) * width}
            width={width * 0.7}
            y={middle}
            height={bucket.left * scale}
            fill="var(--tag-red-icon)"
          />
        </g>
      ))}
      <Rule y={middle} />
    </svg>
  )
}

const Rule = ({ y }: { y: number }) => (
  <line x1="0" x2={SHEET} y1={y} y2={y} stroke="var(--border-base)" vectorEffect="non-scaling-stroke" />
)

/** Where the log begins. */
const Beginning = ({ x }: { x: number }) => (
  <line
    x1={x}
    x2={x}
    y1="0"
    y2={SHEET}
    stroke="var(--border-strong)"
    strokeDasharray="3 3"
    vectorEffect="non-scaling-stroke"
  />
)

export default SizeChart
