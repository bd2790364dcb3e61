import { readFileSync } from "node:fs"
import path from "node:path"
import { Modules } from "@medusajs/framework/utils"
import welcome, { config } from "../examples/welcome-mail"
import { eventually } from "../helpers/eventually"
import { busOf, relayAll } from "../helpers/events"
import { aCustomer, aGroup } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** The example of docs/events.md, on Medusa's notification module and its local provider. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.NOTIFICATION])
  busOf(app).subscribe(
    config.event as string,
    (event) => welcome({ event: event as never, container: app.container, pluginOptions: {} }),
    { subscriberId: "welcome-mail" },
  )
})
afterAll(() => app.stop())

const mails = () => app.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "email" })

it("stands in the docs as it is run", () => {
  const root = path.join(__dirname, "../..")
  const code = readFileSync(path.join(root, "integration-tests/examples/welcome-mail.ts"), "utf8")
  const docs = readFileSync(path.join(root, "docs/events.md"), "utf8")
  expect(docs).toContain(code.replace("../../src/types", "medusa-plugin-customer-groups/types").trim())
})

it("welcomes who joins the group, once, and nobody who joins another", async () => {
  const [anna, ben] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app)]
  const [vip, other] = [await aGroup(app), await aGroup(app)]
  process.env.VIP_GROUP_ID = vip.id
  await app.groups.changeMembers({ group_id: vip.id, add: { ids: [anna.id] } })
  await app.groups.changeMembers({ group_id: other.id, add: { ids: [ben.id] } })
  await relayAll(app)
  const welcomed = { to: anna.email, template: "welcome-vip", status: "success", data: { first_name: "Anna" } }
  await eventually(async () => expect(await mails()).toMatchObject([welcomed]))

  const { rows } = await app.db.query("select id from customer_group_membership_change where customer_id = $1", [
    anna.id,
  ])
  const repeated = {
    change_id: rows[0].id,
    group_id: vip.id,
    customer_id: anna.id,
    operation_id: null,
    reason: "by_hand",
  }
  await welcome({
    event: { name: config.event as string, data: repeated as never },
    container: app.container,
    pluginOptions: {},
  })
  expect(await mails()).toHaveLength(1)
})
