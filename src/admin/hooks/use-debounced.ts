import { useEffect, useState } from "react"

/** A value that has not changed for a moment; for searches while somebody types. */
export const useDebounced = <Value>(value: Value, milliseconds = 300): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
