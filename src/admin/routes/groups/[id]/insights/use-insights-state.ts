import { useSearchParams } from "react-router-dom"

/** Days back from today. */
export const PERIODS = [30, 90, 365] as const

export type PeriodDays = (typeof PERIODS)[number]

const DEFAULT: PeriodDays = 90
const DAYS = "i_days"
const COMPARED = "i_with"

/** What is chosen in the section stands in the address, so that a reload and a shared link show the same. */
export const useInsightsState = () => {
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === undefined) after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )

  return {
    days: PERIODS.find((days) => String(days) === params.get(DAYS)) ?? DEFAULT,
    setDays: (days: PeriodDays) => set(DAYS, days === DEFAULT ? undefined : String(days)),
    comparedIds: params.get(COMPARED)?.split(",").filter(Boolean) ?? [],
    compareWith: (ids: string[]) => set(COMPARED, ids.join(",") || undefined),
  }
}
