import { useCallback, useState } from "react"
import { begin, change, redo, undo } from "./history"

/** A value whose changes can be taken back. */
export const useHistory = <Value>(first: () => Value) => {
  const [history, setHistory] = useState(() => begin(first()))
  return {
    value: history.present,
    /** @param place where it was changed, if changes that follow each other there are one */
    set: useCallback((next: (value: Value) => Value, place?: string) => {
      const at = Date.now()
      setHistory((before) => change(before, next(before.present), at, place))
    }, []),
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  }
}
