import { sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import type { Clock } from "../dates"
import { textOrMissing } from "../missing-data"
import { operatorsOf, orMissing } from "../operators"
import { path } from "../parameters"
import type { OperatorId } from "../schema"
import { customerValue } from "../sources"
import * as values from "../values"
import type { ValueType } from "../values"

/** What stands in the metadata, as jsonb and as text. */
const jsonAt = (keys: string[]) => sql`c.metadata #> ${keys}::text[]`
const textAt = (keys: string[]) => sql`c.metadata #>> ${keys}::text[]`
const typeAt = (keys: string[]) => sql`jsonb_typeof(${jsonAt(keys)})`

/** Texts, and numbers and booleans as they are written. Lists and objects are missing. */
const asText = (keys: string[]) =>
  sql`case when ${typeAt(keys)} in ('string', 'number', 'boolean') then ${textOrMissing(textAt(keys))} end`

/** Numbers, and texts that are one: `"12.50"`. Everything else is missing. */
const asNumber = (keys: string[]) => sql`case ${typeAt(keys)}
  when 'number' then (${textAt(keys)})::numeric
  when 'string' then case when ${textAt(keys)} ~ '^[+-]{0,1}[0-9]{1,30}([.][0-9]{1,30}){0,1}$'
    then (${textAt(keys)})::numeric end
end`

/** Booleans, and the texts `true` and `false`. Everything else is missing. */
const asBoolean = (keys: string[]) => sql`case lower(${asText(keys)}) when 'true' then true when 'false' then false end`

const DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
const TIME = "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6}){0,1}){0,1}"
const ZONE = "(Z|[+-](0[0-9]|1[0-4]):{0,1}[0-5][0-9])"

/** The day exists in the calendar; a cast would end the statement for everybody. */
const isInCalendar = (text: Sql) => sql`(left(${text}, 4) <> '0000' and substr(${text}, 9, 2)::int <= case
  when substr(${text}, 6, 2) in ('04', '06', '09', '11') then 30
  when substr(${text}, 6, 2) <> '02' then 31
  when left(${text}, 4)::int % 4 = 0 and (left(${text}, 4)::int % 100 <> 0 or left(${text}, 4)::int % 400 = 0) then 29
  else 28
end)`

/** Texts like `2026-03-31` or `2026-03-31T10:00:00Z`; without a zone in the store's. Everything else is missing. */
const asMoment = (keys: string[], clock: Clock) => {
  const text = asText(keys)
  return sql`case when ${text} ~ ${`${DAY}(${TIME}${ZONE}{0,1}){0,1}$`} then
    case when not ${isInCalendar(text)} then null
      when ${text} ~ ${`${ZONE}$`} and strpos(${text}, 'T') > 0 then (${text})::timestamptz
      else (${text})::timestamp at time zone ${clock.zone}
    end
  end`
}

const metadata = (
  id: string,
  value: ValueType,
  operators: readonly OperatorId[],
  read: (keys: string[], clock: Clock) => Sql,
  suggested?: (keys: string[]) => Sql,
) =>
  defineAttribute({
    id,
    family: "profile",
    value,
    operators: orMissing(operators),
    parameters: { key_path: path },
    looksAt: ["profile"],
    suggestions: suggested && {
      values: ({ key_path }) => sql`select ${suggested(key_path)} as value from customer c where c.deleted_at is null`,
      isPersonal: true,
    },
    source: ({ key_path }, clock) => customerValue(read(key_path, clock)),
  })

/** Metadata holds anything, so numbers go below 0 here. */
const anyNumber = values.number({ min: -Number.MAX_SAFE_INTEGER })

const metadataText = metadata("metadata_text", values.text, operatorsOf.text, asText, asText)
const metadataNumber = metadata("metadata_number", anyNumber, operatorsOf.number, asNumber)
const metadataBoolean = metadata("metadata_boolean", values.boolean, operatorsOf.boolean, asBoolean)
const metadataDate = metadata("metadata_date", values.date, operatorsOf.date, asMoment)

/** In the order in which the builder lists them. */
export const metadataAttributes: Attribute[] = [metadataText, metadataNumber, metadataBoolean, metadataDate]
