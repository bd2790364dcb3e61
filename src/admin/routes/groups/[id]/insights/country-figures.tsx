import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupInsights } from "../../../../../types"
import { Figures, HiddenFigures, NoFigures } from "./figures"
import { ShareRow } from "./share-row"

const SHOWN = 5

/** Where the members live. */
export const CountryFigures = ({ countries }: { countries: NonNullable<AdminGroupInsights["countries"]> }) => {
  const { t, i18n } = useTranslation("customerGroups")
  const [showsAll, setShowsAll] = useState(false)
  if (countries.status === "not_allowed")
    return (
      <Figures title={t("insights.countries")}>
        <HiddenFigures />
      </Figures>
    )

  const names = new Intl.DisplayNames([i18n.language], { type: "region", fallback: "code" })
  const nameOf = (code: string) => (/^[a-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? code) : code)
  const { country_count, customer_count, member_count } = countries
  const shown = countries.countries.slice(0, showsAll ? undefined : SHOWN)
  const more = countries.countries.length - shown.length
  const unlisted = country_count - countries.countries.length
  const homeless = Math.max(0, member_count - customer_count)

  return (
    <Figures title={t("insights.countries")} hint={shown.length ? t("insights.countriesHint") : undefined}>
      {shown.length ? (
        <ul className="flex flex-col gap-y-3">
          {shown.map((country) => (
            <ShareRow
              key={country.country_code}
              name={nameOf(country.country_code)}
              count={country.customer_count}
              of={member_count}
              hint={t("insights.shareOfMembers")}
            />
          ))}
          {homeless > 0 && (
            <ShareRow
              name={<span className="text-ui-fg-subtle">{t("insights.noAddress")}</span>}
              count={homeless}
              of={member_count}
              hint={t("insights.shareOfMembers")}
            />
          )}
        </ul>
      ) : (
        <NoFigures>{t("insights.noCountries")}</NoFigures>
      )}
      {more > 0 && (
        <Button
          type="button"
          size="small"
          variant="transparent"
          className="-mx-2 w-fit"
          onClick={() => setShowsAll(true)}
        >
          {t("usage.showAll", { count: more })}
        </Button>
      )}
      {showsAll && unlisted > 0 && <NoFigures>{t("insights.unlisted", { count: unlisted })}</NoFigures>}
    </Figures>
  )
}
