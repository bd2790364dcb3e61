import { dateOf, dayOf } from "../../../components/date-field"
import { useAddressParam } from "../../../hooks/use-address-param"

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateOf(text).getTime())

/** The day whose members are shown, kept in the address; none for those of now. */
export const useAsOf = () => {
  const [given, set] = useAddressParam("as_of", ["m_offset"])
  return { day: given && isDay(given) ? given : undefined, set, open: () => set(dayOf(new Date())) }
}
