/** Every attribute with every operator, and who of the shop in `criteria-shop.ts` matches. */
interface Case {
  operator: string
  value?: unknown
  more?: Record<string, unknown>
  /** Names in the order of the alphabet. */
  matches: string
}

const all = "anna ben cleo emil"
const eur = { currency_code: "eur" }
const last = (n: number, unit = "day") => ({ window: { last: { n, unit } } })
const dates = (from: string, to: string) => ({ window: { from, to } })

const row = (operator: string, value: unknown, matches: string, more: Record<string, unknown> = {}): Case => ({
  operator,
  ...(value === undefined ? {} : { value }),
  more,
  matches,
})

/** The same questions to a text, with the answers. */
const text = (
  value: string,
  equals: string,
  part: string,
  contains: string,
  start: string,
  end: string,
  set: string,
  more = {},
) => {
  const not = (names: string) =>
    all
      .split(" ")
      .filter((name) => !names.split(" ").includes(name))
      .join(" ")
  return [
    row("eq", value, equals, more),
    row("ne", value, not(equals), more),
    row("in", [value, "xx"], equals, more),
    row("nin", [value, "xx"], not(equals), more),
    row("contains", part, contains, more),
    row("not_contains", part, not(contains), more),
    row("starts_with", part, start, more),
    row("ends_with", part, end, more),
    row("is_set", undefined, set, more),
    row("is_not_set", undefined, not(set), more),
  ]
}

const withoutPresence = (rows: Case[]) => rows.filter(({ operator }) => !operator.startsWith("is_"))

/** All comparisons of a number, from the value that each person has (nothing: missing). */
const numbers = (found: Record<string, number | undefined>, value: number, high: number, more = {}) => {
  const who = (fits: (found: number) => boolean) =>
    Object.entries(found)
      .filter(([, has]) => has !== undefined && fits(has))
      .map(([name]) => name)
      .sort()
      .join(" ")
  const rest = (names: string) =>
    all
      .split(" ")
      .filter((name) => !names.split(" ").includes(name))
      .join(" ")
  const equals = who((has) => has === value)
  const listed = who((has) => has === value || has === high)
  return [
    row("eq", value, equals, more),
    row("ne", value, rest(equals), more),
    row("in", [value, high], listed, more),
    row("nin", [value, high], rest(listed), more),
    row(
      "gt",
      value,
      who((has) => has > value),
      more,
    ),
    row(
      "gte",
      value,
      who((has) => has >= value),
      more,
    ),
    row(
      "lt",
      high,
      who((has) => has < high),
      more,
    ),
    row(
      "lte",
      high,
      who((has) => has <= high),
      more,
    ),
    row(
      "between",
      [value, high],
      who((has) => has >= value && has <= high),
      more,
    ),
  ]
}

const presence = (set: string, more = {}) => [
  row("is_set", undefined, set, more),
  row(
    "is_not_set",
    undefined,
    all
      .split(" ")
      .filter((name) => !set.split(" ").includes(name))
      .join(" "),
    more,
  ),
]

const one = (value: string, matches: string, more = {}) => {
  const rest = all
    .split(" ")
    .filter((name) => !matches.split(" ").includes(name))
    .join(" ")
  return [
    row("eq", value, matches, more),
    row("ne", value, rest, more),
    row("in", [value, "xx"], matches, more),
    row("nin", [value, "xx"], rest, more),
  ]
}

const flag = (yes: string, more = {}) => {
  const no = all
    .split(" ")
    .filter((name) => !yes.split(" ").includes(name))
    .join(" ")
  return [
    row("eq", true, yes, more),
    row("eq", false, no, more),
    row("ne", true, no, more),
    row("ne", false, yes, more),
  ]
}

export const cases: { attribute: string; rows: Case[] }[] = [
  {
    attribute: "email",
    rows: [
      ...text("ANNA@acme.com", "anna", "@acme", "anna cleo", "", "", all),
      row("ends_with", "ACME.com", "anna cleo emil"),
      row("starts_with", "b", "ben"),
      row("contains", "%", ""),
      row("contains", "' or true --", ""),
    ],
  },
  {
    attribute: "email_domain",
    rows: text("Acme.COM", "anna cleo", "acme.com", "anna cleo emil", "anna cleo", "anna cleo emil", all),
  },
  {
    attribute: "first_name",
    rows: [
      ...text("ANNA", "emil", "nn", "anna emil", "", "", "anna cleo emil"),
      row("eq", "ännchen", "anna"),
      row("eq", "Annchen", ""),
    ],
  },
  { attribute: "last_name", rows: text("O'Neil; DROP", "anna", "o'", "anna", "anna", "", "anna") },
  {
    attribute: "company_name",
    rows: [...text("100% acme_", "anna", "0%", "anna", "", "", "anna"), row("contains", "0_", "")],
  },
  {
    attribute: "phone",
    rows: [...text("+49 30", "anna", "+49", "anna", "anna", "", "anna"), row("starts_with", "\\+", "")],
  },
  { attribute: "created_by", rows: text("user_1", "anna", "user", "anna", "anna", "", "anna") },
  { attribute: "has_account", rows: flag("anna cleo") },
  {
    attribute: "created_at",
    rows: [
      row("on", "2026-03-15", "ben"),
      row("on", "2026-03-14", ""),
      row("after", "9999-12-31", ""),
      row("in_last", 36_500, "anna ben cleo emil"),
      row("before", "2025-03-20", "emil"),
      row("before", "2026-03-15", "anna cleo emil"),
      row("after", "2026-03-14", "ben"),
      row("after", "2026-03-15", ""),
      row("between", ["2025-03-20", "2026-01-15"], "anna cleo"),
      row("in_last", 1, "ben"),
      row("in_last", 59, "ben cleo"),
      row("in_last", 58, "ben"),
      row("in_next", 30, "ben"),
      row("more_than_ago", 59, "anna emil"),
      row("more_than_ago", 58, "anna cleo emil"),
      row("more_than_ago", 0, "anna cleo emil"),
      row("anniversary_within", 5, "anna"),
      row("anniversary_within", 4, ""),
      row("anniversary_within", 350, "anna emil cleo".split(" ").sort().join(" ")),
      row("anniversary_within", 349, "anna cleo"),
    ],
  },
  {
    attribute: "metadata_text",
    rows: text("gold", "anna", "ol", "anna", "", "", "anna cleo", { key_path: ["loyalty", "tier"] }),
  },
  {
    attribute: "metadata_number",
    rows: [
      ...numbers({ anna: 120, cleo: 12.5 }, 12.5, 120, { key_path: ["loyalty", "points"] }),
      ...presence("anna cleo", { key_path: ["loyalty", "points"] }),
    ],
  },
  {
    attribute: "metadata_boolean",
    rows: [
      row("eq", true, "anna", { key_path: ["loyalty", "vip"] }),
      row("eq", false, "cleo", { key_path: ["loyalty", "vip"] }),
      row("ne", true, "ben cleo emil", { key_path: ["loyalty", "vip"] }),
      ...presence("anna cleo", { key_path: ["loyalty", "vip"] }),
    ],
  },
  {
    attribute: "metadata_date",
    rows: [
      row("on", "1990-03-20", "anna"),
      row("on", "2026-03-15", "cleo"),
      row("before", "2000-01-01", "anna"),
      row("after", "2000-01-01", "cleo"),
      row("between", ["1990-03-20", "2026-03-15"], "anna cleo"),
      row("in_last", 3, "cleo"),
      row("in_next", 3, "cleo"),
      row("more_than_ago", 3, "anna"),
      row("anniversary_within", 5, "anna"),
      ...presence("anna cleo"),
    ].map((case_) => ({ ...case_, more: { key_path: ["loyalty", "born"] } })),
  },
  {
    attribute: "country",
    rows: [
      ...one("DE", "anna"),
      ...one("us", "cleo"),
      ...presence("anna cleo"),
      row("eq", "fr", "", { address: "default_shipping" }),
      row("eq", "fr", "anna", { address: "default_billing" }),
      row("nin", ["de"], "ben cleo emil"),
    ],
  },
  { attribute: "province", rows: text("IDF", "anna", "d", "anna", "", "", "anna") },
  {
    attribute: "city",
    rows: [...text("berlin", "anna", "ari", "anna", "", "", "anna"), row("ne", "paris", "ben cleo emil")],
  },
  { attribute: "postal_code", rows: text("10115", "anna", "101", "anna", "anna", "", "anna") },
  {
    attribute: "order_count",
    rows: [
      ...numbers({ anna: 3, ben: 0, cleo: 1, emil: 0 }, 1, 3),
      ...numbers({ anna: 1, ben: 0, cleo: 1, emil: 0 }, 1, 2, last(20)),
      row("eq", 0, "ben emil", last(20)),
      row("gte", Number.MAX_SAFE_INTEGER, "", last(20)),
      row("lt", 1, "anna ben cleo emil", dates("1000-01-01", "1000-01-02")),
      row("gte", 3, "anna", last(36_500, "month")),
      row("lt", 1, "anna ben emil", last(2)),
      row("gte", 1, "cleo", last(1)),
      row("gte", 1, "anna cleo", last(1, "month")),
      row("gte", 2, "anna", last(3, "month")),
      row("eq", 1, "anna", dates("2026-01-10", "2026-01-11")),
      row("eq", 1, "", dates("2026-01-09", "2026-01-10")),
    ],
  },
  {
    attribute: "total_spent",
    rows: [
      ...numbers({ anna: 400, ben: 0, cleo: 20, emil: 0 }, 20, 400, eur),
      ...numbers({ anna: 350, ben: 0, cleo: 20, emil: 0 }, 20, 350, { ...eur, amount: "paid" }),
      ...numbers({ anna: 100, ben: 0, cleo: 20, emil: 0 }, 20, 100, { ...eur, ...last(30) }),
      row("gt", 0, "anna", { currency_code: "usd" }),
    ],
  },
  {
    attribute: "average_order_value",
    rows: [
      ...numbers({ anna: 200, cleo: 20 }, 20, 200, eur),
      ...presence("anna cleo", eur),
      ...numbers({ anna: 100, cleo: 20 }, 20, 100, { ...eur, ...last(30) }),
      row("lt", 1000, "anna cleo", eur),
      row("eq", 175, "anna", { ...eur, amount: "paid" }),
    ],
  },
  {
    attribute: "largest_order",
    rows: [
      ...numbers({ anna: 300, cleo: 20 }, 20, 300, eur),
      ...presence("anna cleo", eur),
      row("eq", 100, "anna", { ...eur, ...last(30) }),
      row("eq", 250, "anna", { ...eur, amount: "paid" }),
      row("is_not_set", undefined, "anna ben cleo emil", { ...eur, ...dates("2020-01-01", "2021-01-01") }),
    ],
  },
  {
    attribute: "first_order_at",
    rows: [
      row("on", "2025-06-01", "anna"),
      row("on", "2026-03-14", "cleo"),
      row("before", "2026-01-01", "anna"),
      row("after", "2026-01-01", "cleo"),
      row("between", ["2025-06-01", "2026-03-14"], "anna cleo"),
      row("in_last", 1, "cleo"),
      row("in_next", 1, ""),
      row("more_than_ago", 1, "anna"),
      row("anniversary_within", 100, "anna"),
      ...presence("anna cleo"),
      row("on", "2026-01-10", "anna", dates("2026-01-01", "2026-04-01")),
    ],
  },
  {
    attribute: "last_order_at",
    rows: [
      row("on", "2026-03-01", "anna"),
      row("before", "2026-03-14", "anna"),
      row("after", "2026-03-01", "cleo"),
      row("between", ["2026-03-01", "2026-03-02"], "anna"),
      row("in_last", 14, "anna cleo"),
      row("in_last", 13, "cleo"),
      row("in_next", 14, ""),
      row("more_than_ago", 13, "anna"),
      row("more_than_ago", 14, ""),
      row("anniversary_within", 350, ""),
      row("anniversary_within", 364, "anna cleo"),
      ...presence("anna cleo"),
      row("is_set", undefined, "cleo", last(2)),
      row("is_not_set", undefined, "anna ben emil", last(2)),
    ],
  },
  {
    attribute: "days_since_last_order",
    rows: [
      ...numbers({ anna: 14, cleo: 1 }, 1, 14),
      ...presence("anna cleo"),
      ...numbers({ anna: 14, cleo: 1 }, 1, 14, last(60)),
    ],
  },
  {
    attribute: "average_days_between_orders",
    rows: [
      ...numbers({ anna: 136.5 }, 136.5, 200),
      ...presence("anna"),
      ...numbers({ anna: 50 }, 50, 60, last(3, "month")),
      row("is_set", undefined, "", last(20)),
    ],
  },
  {
    attribute: "order_sales_channel",
    rows: [...one("web", "anna cleo"), ...one("shop", "anna"), ...one("shop", "", last(30))],
  },
  { attribute: "order_region", rows: [...one("us", "anna"), ...one("eu", "cleo", last(5))] },
  { attribute: "order_country", rows: [...one("DE", "anna cleo"), ...one("us", "", last(60))] },
  { attribute: "order_payment_provider", rows: [...one("stripe", "anna"), ...one("stripe", "", last(3))] },
  { attribute: "order_shipping_option", rows: [...one("express", "anna"), ...one("slow", "")] },
  {
    attribute: "order_promotion_code",
    rows: [
      ...withoutPresence(text("summer-10%", "anna", "10%", "anna", "", "anna", "anna")),
      row("starts_with", "sum", "", last(9)),
    ],
  },
  {
    attribute: "order_status",
    rows: [...one("pending", "anna cleo"), row("in", ["completed", "archived"], "")].map((case_) => ({
      ...case_,
      value: Array.isArray(case_.value)
        ? case_.value.map((value) => (value === "xx" ? "archived" : value))
        : case_.value,
    })),
  },
  { attribute: "has_cancelled_order", rows: [...flag("cleo"), ...flag("", last(10))] },
  { attribute: "has_returned", rows: [...flag("anna cleo"), ...flag("cleo", last(10))] },
  {
    attribute: "purchased_product",
    rows: [
      ...one("hat", "anna"),
      ...one("boot", "cleo"),
      ...one("shirt", "anna", last(30)),
      ...one("shirt", "", last(10)),
    ],
  },
  { attribute: "purchased_variant", rows: one("boot_s", "cleo") },
  {
    attribute: "purchased_sku",
    rows: [...withoutPresence(text("sh-1", "anna", "-1", "anna", "", "anna", "anna")), ...one("ha-1", "", last(3))],
  },
  { attribute: "purchased_collection", rows: one("basics", "anna") },
  {
    attribute: "purchased_category",
    rows: [
      ...one("clothes", "anna"),
      ...one("tops", "anna"),
      ...one("clothes2", "cleo"),
      ...one("clothes", "", last(10)),
    ],
  },
  { attribute: "purchased_type", rows: one("wear", "anna") },
  { attribute: "purchased_tag", rows: one("new", "anna") },
  {
    attribute: "purchased_quantity",
    rows: [
      ...numbers({ anna: 4, ben: 0, cleo: 0, emil: 0 }, 0, 4, { of: "product", items: ["shirt"] }),
      ...numbers({ anna: 5, ben: 0, cleo: 0, emil: 0 }, 5, 6, { of: "sku", items: ["sh-1", "HA-1"] }),
      row("eq", 2, "anna", { of: "category", items: ["clothes"], ...last(30) }),
      row("eq", 1, "cleo", { of: "variant", items: ["boot_s"] }),
      row("eq", 4, "anna", { of: "collection", items: ["basics"] }),
      row("eq", 1, "anna", { of: "type", items: ["wear"] }),
      row("eq", 1, "anna", { of: "tag", items: ["new"] }),
    ],
  },
  {
    attribute: "purchased_total",
    rows: [
      ...numbers({ anna: 380, ben: 0, cleo: 0, emil: 0 }, 0, 380, { of: "product", items: ["shirt"], ...eur }),
      row("gt", 0, "", { of: "product", items: ["shirt"], currency_code: "usd" }),
      row("eq", 80, "anna", { of: "product", items: ["shirt"], ...eur, ...last(30) }),
    ],
  },
  {
    attribute: "spend_rank",
    rows: [
      ...numbers({ anna: 1, cleo: 2 }, 1, 2, eur),
      ...presence("anna cleo", eur),
      row("eq", 1, "cleo", { ...eur, ...last(5) }),
      row("lte", 1, "anna", { ...eur, amount: "paid" }),
    ],
  },
  {
    attribute: "spend_rank_percent",
    rows: [...numbers({ anna: 0, cleo: 50 }, 0, 50, eur), ...presence("anna cleo", eur), row("lt", 1, "anna", eur)],
  },
  {
    attribute: "order_count_rank",
    rows: [...numbers({ anna: 1, cleo: 2 }, 1, 2), ...presence("anna cleo"), row("eq", 1, "cleo", last(5))],
  },
  {
    attribute: "order_count_rank_percent",
    rows: [...numbers({ anna: 0, cleo: 50 }, 0, 50), ...presence("anna cleo")],
  },
  {
    attribute: "rfm_group",
    rows: [
      row("eq", "lost", "", eur),
      row("ne", "lost", all, eur),
      row("in", ["cannot_lose", "hibernating", "at_risk", "need_attention"], "anna", eur),
      row("nin", ["promising", "potential_loyal", "about_to_sleep"], "anna ben emil", eur),
      ...presence("anna cleo", eur),
      row("is_set", undefined, "cleo", { ...eur, ...last(5) }),
    ],
  },
  { attribute: "has_open_cart", rows: flag("anna") },
  {
    attribute: "open_cart_value",
    rows: [
      ...numbers({ anna: 80 }, 80, 90, eur),
      row("lt", 20, "anna", eur),
      row("gt", 0, "", { currency_code: "usd" }),
    ],
  },
  {
    attribute: "open_cart_age",
    rows: [
      ...numbers({ anna: 3 }, 3, 4).filter(({ operator }) => operator !== "gt"),
      row("gt", 30, "anna"),
      row("gt", 31, ""),
    ],
  },
  { attribute: "open_cart_product", rows: one("hat", "anna") },
  { attribute: "member_of_group", rows: [...one("vip", "anna"), ...one("gone", "")] },
  {
    attribute: "sample",
    rows: [
      row("lt", 100, all, { seed: "a" }),
      row("lt", 0, "", { seed: "a" }),
      row("gte", 0, all, { seed: "a" }),
      row("gte", 100, "", { seed: "a" }),
    ],
  },
]
