import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import type { Moments } from "./moments"
import { updateRows } from "./tables"
import { ODD_TEXTS } from "./words"

const DOMAINS = ["acme.com", "ACME.com", "sub.acme.com", "web.de", "müller.example", "a_b.example", "50%.example"]

const COUNTRIES = ["de", "DE", "fr", "us", "", null]

/** Values as people, imports and other plugins leave them, right and wrong, for each kind that is asked for. */
const METADATA_VALUES: unknown[] = [
  ...["Gold", "gold", "Silver 🙂", "", " ", "7", "12.5", "-3", "1e5", "1,5", "0x10", "007", "+5", " 5", ".5", "5."],
  ...[7, 12.5, 0, -3, 100, 0.1, 1_000_000],
  ...["true", "false", "TRUE", "yes", true, false, true, false],
  ...["1990-03-20", "2024-02-29", "2026-02-29", "2026-13-01", "0000-01-01", "20260101", "2026-1-1", "today"],
  ...["2026-03-14T23:30:00Z", "2026-03-29T01:30:00+02:00", "2026-03-14T23:30:00.123Z", "2026-03-14T25:00:00Z"],
  ...[
    "2026-03-14T23:30",
    "2026-03-14T00:30:00",
    "2026-03-14T23:30:00-0500",
    "2026-03-14 23:30:00",
    "2026-03-14T23:30 ",
  ],
  ...[null, [], ["Gold"], {}, { tier: "Gold" }, [1, 2]],
]

const aMetadata = (random: Random, moments: Moments) => {
  if (random.percent(25)) return random.pick([null, {}, { loyalty: null }, { loyalty: "Gold" }, { loyalty: ["tier"] }])
  const value = () =>
    random.percent(15)
      ? moments.aMoment().toISOString()
      : random.percent(10)
        ? moments.aLeapDay().toISOString().slice(0, 10)
        : random.pick(METADATA_VALUES)
  return { loyalty: { tier: value(), points: value() }, born: value(), "a.b": value(), "x'y": value() }
}

const aText = (random: Random) => (random.percent(25) ? null : random.pick(ODD_TEXTS))

/** Who has an account, and the guest before them, may have the same address. */
const hasAccount = (n: number) => n % 2 === 1

const anEmail = (random: Random, n: number) => {
  if (n % 10 < 2) return `Both${Math.floor(n / 10)}@acme.com`
  if (random.percent(4)) return null
  if (random.percent(4)) return random.pick([`no-at-sign-${n}`, `two@at${n}@acme.com`, `at-the-end-${n}@`])
  return `${random.pick(["Anna", "ben", "cleo+tag", "d_e", "e%f", "Ünal", "o'neil"])}${n}@${random.pick(DOMAINS)}`
}

const anAddress = (customerId: string, random: Random) => ({
  customer_id: customerId,
  country_code: random.pick(COUNTRIES) as string,
  province: aText(random) as string,
  city: random.percent(50) ? random.pick(["Berlin", "berlin", "Paris", ""]) : (aText(random) as string),
  postal_code: random.pick(["10115", "10117", "75001", "", null]) as string,
})

/** Customers with addresses, of whom some are deleted later. @returns their ids */
export const makeCustomers = async (
  app: ModuleApp,
  random: Random,
  moments: Moments,
  count: number,
): Promise<string[]> => {
  const ids = Array.from({ length: count }, (_, index) => `cus_${String(index + 1).padStart(3, "0")}`)
  await app.customers.createCustomers(
    ids.map((id, index) => ({
      id,
      email: anEmail(random, index) as string,
      first_name: aText(random) as string,
      last_name: aText(random) as string,
      company_name: aText(random) as string,
      phone: random.pick([null, "", "+49 30 123", "030/123", "(555) 1_2"]) as string,
      created_by: random.pick([null, "user_1", "USER_1", "user_2"]) as string,
      has_account: hasAccount(index),
      metadata: aMetadata(random, moments),
    })) as never,
  )
  await updateRows(
    app,
    "customer",
    ids.map((id) => ({ id, created_at: random.percent(8) ? moments.aLeapDay() : moments.aMoment() })),
  )
  await makeAddresses(app, random, ids)
  return ids
}

/** At most one default of each kind, as Medusa keeps it; sometimes on one address, sometimes on two. */
const makeAddresses = async (app: ModuleApp, random: Random, ids: string[]): Promise<void> => {
  const addresses = ids.flatMap((id) => {
    const own = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => anAddress(id, random))
    const shipping = random.whole(0, own.length)
    const billing = random.whole(0, own.length)
    return own.map((address, index) => ({
      ...address,
      is_default_shipping: index === shipping,
      is_default_billing: index === billing,
    }))
  })
  const made = await app.customers.createCustomerAddresses(addresses as never)
  const gone = random.several(
    (made as unknown as { id: string }[]).map(({ id }) => id),
    5,
  )
  await app.db.query("update customer_address set deleted_at = now() where id = any($1)", [gone])
}
