import { ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"

/** What is wrong with a condition, beneath it. */
export const Problem = ({ text, id }: { text: string; id?: string }) => (
  <div id={id} className="text-ui-fg-error flex items-start gap-x-1.5 py-1">
    <ExclamationCircle className="mt-0.5 flex-shrink-0" />
    <Text size="small" className="text-pretty break-words">
      {text}
    </Text>
  </div>
)
