import { useState } from "react"
import { Chips } from "./chips"

interface Props {
  label: string
  value: unknown
  onChange: (value: number[]) => void
  isInvalid?: boolean
  onEnter?: () => void
}

const isNumber = (text: string) => text.trim() !== "" && Number.isFinite(Number(text))

/** Several numbers as chips; what is no number is not taken. */
export const NumberList = ({ label, value, onChange, isInvalid, onEnter }: Props) => {
  const [search, setSearch] = useState("")
  const chosen = (Array.isArray(value) ? value : []).map(String)
  const choose = (next: string[]) => onChange([...new Set(next.filter(isNumber).map(Number))])
  return (
    <Chips
      label={label}
      value={chosen}
      onChange={choose}
      onPasted={(entries) => choose([...chosen, ...entries])}
      options={[...new Set([...(isNumber(search) ? [search.trim()] : []), ...chosen])].map((number) => ({
        value: number,
        label: number,
      }))}
      search={search}
      onSearch={setSearch}
      isInvalid={isInvalid}
      onEnter={onEnter}
    />
  )
}
