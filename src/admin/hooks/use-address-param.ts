import { useSearchParams } from "react-router-dom"

/**
 * A value that is kept in the address, like the state of the tables; undefined if it is not there.
 *
 * @param forgotten names of others that mean nothing any more when it changes
 */
export const useAddressParam = (name: string, forgotten: readonly string[] = []) => {
  const [params, setParams] = useSearchParams()
  const set = (value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        forgotten.forEach((other) => after.delete(other))
        return after
      },
      { preventScrollReset: true },
    )
  return [params.get(name) ?? undefined, set] as const
}
