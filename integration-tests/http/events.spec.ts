import { api, db } from "../helpers/http"
import { aGroup } from "../helpers/shop"

/** Events reach the subscribers of a running store: the plugin's own makes notifications of the dashboard. */

it("rings the bell of the dashboard, once, when an evaluation is held", async () => {
  const group = await aGroup("VIP")
  await db.query(
    `insert into customer_group_operation (id, group_id, type, status, details)
     values ('cgop_held', $1, 'evaluate', 'held', '{"joins": 1200, "leaves": 3}')`,
    [group.id],
  )
  const bell = async () => (await api("GET", "/admin/notifications?channel=feed")).data.notifications
  const end = Date.now() + 40_000
  while (!(await bell()).length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await bell()).toMatchObject([
    {
      to: "",
      template: "admin-ui",
      data: {
        title: 'Customer group "VIP": a large change waits for you',
        description: expect.stringContaining("1,200 customers would join"),
      },
    },
  ])
}, 60_000)
