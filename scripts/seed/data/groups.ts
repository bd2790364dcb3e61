/** One group of the demo. */
export type DemoGroup = {
  name: string
  /** Who is in it: a condition on `c` (the customer) and `o` (`spent` and `orders` of the customer, or null). */
  members: string
}

/** Every n-th customer or so, the same ones each time; `salt` keeps groups from holding the same people. */
const share = (percent: number, salt: number) => `pg_temp.random(c.n, ${salt}) < ${percent / 100}`

export const demoGroups: DemoGroup[] = [
  { name: "VIP", members: "o.spent >= (select percentile_disc(0.96) within group (order by spent) from seed_spent)" },
  { name: "Wholesale", members: "c.company is not null" },
  { name: "Employees", members: `c.has_account and c.country = 'de' and ${share(3, 101)}` },
  { name: "Newsletter", members: share(45, 102) },
  { name: "Loyalty club", members: `c.has_account and o.orders >= 6 and ${share(80, 103)}` },
  { name: "Early access", members: `c.has_account and o.orders >= 2 and ${share(30, 104)}` },
  { name: "Press & partners", members: share(0.6, 105) },
  { name: "Photo contest 2024", members: "false" },
]
