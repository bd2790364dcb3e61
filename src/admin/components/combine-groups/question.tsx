import { Hint, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface Props {
  /** Of the text, for what it labels. */
  id?: string
  text: string
  problem?: string
  children: ReactNode
}

/** One question of the window, its answers, and what is wrong with them. */
export const Question = ({ id, text, problem, children }: Props) => (
  <div className="flex flex-col gap-y-3">
    <Text size="small" leading="compact" weight="plus" id={id}>
      {text}
    </Text>
    {children}
    {problem && (
      <Hint variant="error" role="alert">
        {problem}
      </Hint>
    )}
  </div>
)
