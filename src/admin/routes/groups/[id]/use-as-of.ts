import { useSearchParams } from "react-router-dom"
import { dateOf, dayOf } from "../../../components/date-field"

const NAME = "as_of"

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateOf(text).getTime())

/** The day whose members are shown, kept in the address; none for those of now. */
export const useAsOf = () => {
  const [params, setParams] = useSearchParams()
  const given = params.get(NAME)

  const set = (day: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (day) after.set(NAME, day)
        else after.delete(NAME)
        after.delete("m_offset")
        return after
      },
      { preventScrollReset: true },
    )

  return { day: isDay(given) ? given : undefined, set, open: () => set(dayOf(new Date())) }
}
