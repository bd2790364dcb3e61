import { Modules } from "@medusajs/framework/utils"
import type { SizeChangedEvent } from "../../src/types"
import { CustomerGroupsEvents } from "../../src/types/events"
import { notifyOfSizeChangeWorkflow } from "../../src/workflows"
import { busOf, relayAll } from "../helpers/events"
import { aGroup } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Groups that have grown or shrunk by much within a day: told once. */

let app: ModuleApp
let heard: SizeChangedEvent[]
beforeAll(async () => {
  app = await startModuleApp([Modules.NOTIFICATION])
  busOf(app).subscribe(
    CustomerGroupsEvents.SIZE_CHANGED,
    async ({ data }) => void heard.push(data as SizeChangedEvent),
    { subscriberId: "test-sizes" },
  )
})
beforeEach(async () => {
  await app.reset()
  await app.db.query("delete from notification")
  setShare(undefined)
  heard = []
})
afterAll(() => app.stop())

const setShare = (alertShare: number | false | undefined) => {
  const { options } = app.groups as unknown as { options: { alertShare?: number | false } }
  options.alertShare = alertShare
}

let customers = 0

/** So many new customers join, as by a script. */
const join = async (group: { id: string }, count: number) => {
  await app.db.query(
    `with made as (
       insert into customer (id, email) select 'cus_' || n, n || '@example.com'
       from generate_series($2::int, $2::int + $3::int - 1) n returning id
     )
     insert into customer_group_customer (id, customer_group_id, customer_id) select 'm_' || id, $1, id from made`,
    [group.id, customers, count],
  )
  customers += count
}

const leave = (group: { id: string }, count: number) =>
  app.db.query(
    `delete from customer_group_customer where id in
       (select id from customer_group_customer where customer_group_id = $1 limit $2)`,
    [group.id, count],
  )

/** All that has happened and was told until now was so long ago. */
const hoursPass = async (hours: number) => {
  await relayAll(app)
  for (const [table, column] of [
    ["customer_group_hourly_change", "hour"],
    ["customer_group_size_alert", "told_at"],
    ["customer_group_state", "updated_at"],
  ])
    await app.db.query(`update ${table} set ${column} = ${column} - make_interval(hours => $1)`, [hours])
}

/** A group that has had so many members for days. */
const aGroupOf = async (count: number) => {
  const group = await aGroup(app, { name: `Group of ${count}` })
  await join(group, count)
  await hoursPass(72)
  return group
}

const told = () => heard.map(({ from, to, share }) => ({ from, to, share }))

describe("a group that has shrunk by more than half within a day", () => {
  it("is told once", async () => {
    const group = await aGroupOf(300)
    await leave(group, 200)
    for (let time = 0; time < 3; time++) await app.groups.tellOfSizes()
    expect(heard).toEqual([{ group_id: group.id, from: 300, to: 100, share: 0.667, at: expect.any(String) }])
  })

  it("is told whether its changes are in the counts yet or not", async () => {
    const group = await aGroupOf(300)
    await leave(group, 200)
    await relayAll(app)
    await app.groups.tellOfSizes()
    expect(told()).toEqual([{ from: 300, to: 100, share: 0.667 }])
  })

  it("is not told again when that was a day ago", async () => {
    const group = await aGroupOf(300)
    await leave(group, 200)
    await app.groups.tellOfSizes()
    for (let hours = 0; hours < 30; hours += 3) {
      await hoursPass(3)
      await app.groups.tellOfSizes()
    }
    expect(heard).toHaveLength(1)
  })

  it("is told again when it does so again on a later day", async () => {
    const group = await aGroupOf(1_000)
    await leave(group, 600)
    await app.groups.tellOfSizes()
    await hoursPass(25)
    await leave(group, 300)
    await app.groups.tellOfSizes()
    expect(told()).toEqual([
      { from: 1_000, to: 400, share: 0.6 },
      { from: 400, to: 100, share: 0.75 },
    ])
  })

  it("is told too when it then grows by as much beyond what it was", async () => {
    const group = await aGroupOf(200)
    await leave(group, 150)
    await app.groups.tellOfSizes()
    await join(group, 400)
    await app.groups.tellOfSizes()
    expect(told()).toEqual([
      { from: 200, to: 50, share: 0.75 },
      { from: 200, to: 450, share: 1.25 },
    ])
  })
})

describe("nobody is told", () => {
  it.each([
    ["of half and no more", 200, 100],
    ["of fewer than 100 people", 120, 99],
    ["of a group that was smaller than 100", 99, 99],
  ])("%s", async (_, before, leavers) => {
    const group = await aGroupOf(before)
    await leave(group, leavers)
    expect(await app.groups.tellOfSizes()).toBe(0)
  })

  it("of a group that is filled for the first time", async () => {
    await join(await aGroup(app), 500)
    expect(await app.groups.tellOfSizes()).toBe(0)
  })

  it("of a change that was more than a day ago", async () => {
    const group = await aGroupOf(300)
    await leave(group, 200)
    await hoursPass(25)
    expect(await app.groups.tellOfSizes()).toBe(0)
  })

  it("of a group that is as large again as it was", async () => {
    const group = await aGroupOf(300)
    await leave(group, 200)
    await join(group, 200)
    expect(await app.groups.tellOfSizes()).toBe(0)
  })

  it("of a group that is deleted", async () => {
    const group = await aGroupOf(300)
    await leave(group, 200)
    await app.customers.softDeleteCustomerGroups([group.id])
    expect(await app.groups.tellOfSizes()).toBe(0)
  })

  it("where it is turned off", async () => {
    setShare(false)
    const group = await aGroupOf(300)
    await leave(group, 200)
    expect(await app.groups.tellOfSizes()).toBe(0)
  })
})

it("goes by the share that the shop has set", async () => {
  setShare(0.2)
  const group = await aGroupOf(500)
  await join(group, 101)
  await app.groups.tellOfSizes()
  expect(told()).toEqual([{ from: 500, to: 601, share: 0.202 }])
})

it("tells again what the bus has not taken", async () => {
  const group = await aGroupOf(300)
  await leave(group, 200)
  const emit = jest.spyOn(busOf(app), "emit").mockRejectedValueOnce(new Error("The bus is away."))
  await expect(app.groups.tellOfSizes()).rejects.toThrow("The bus is away.")
  emit.mockRestore()
  expect(await app.groups.tellOfSizes()).toBe(1)
})

describe("the notification of the dashboard", () => {
  const notifications = () => app.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })
  const change = { from: 1_000, to: 400, share: 0.6, at: "2026-03-15T11:00:00.000Z" }

  it("says by how much the group has changed; once, however often it is asked for", async () => {
    const group = await aGroup(app, { name: "VIP" })
    for (let time = 0; time < 2; time++)
      await notifyOfSizeChangeWorkflow(app.container).run({ input: { group_id: group.id, ...change } })
    expect(await notifications()).toMatchObject([
      {
        to: "",
        template: "admin-ui",
        status: "success",
        data: {
          title: 'Customer group "VIP" has shrunk by 60% within a day',
          description: "From 1,000 to 400 members. The activity of the group says by what.",
        },
      },
    ])
  })

  it("is not made of a group that is deleted", async () => {
    const group = await aGroup(app)
    await app.customers.softDeleteCustomerGroups([group.id])
    await notifyOfSizeChangeWorkflow(app.container).run({ input: { group_id: group.id, ...change } })
    expect(await notifications()).toEqual([])
  })
})
