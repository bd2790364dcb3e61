import { chooseAction, toast, visit } from "../helpers/dashboard"
import { eventually } from "../helpers/eventually"
import { api } from "../helpers/http"
import { aGroup, manyCustomers } from "../helpers/shop"

it("exports a group from its menu, with chosen columns, and the bell has the file", async () => {
  const ids = await manyCustomers(2)
  const group = await aGroup(
    undefined,
    ids.map((id) => ({ id })),
  )
  const page = await visit(`/app/groups/${group.id}`)
  await chooseAction(page, group.name, "Export")
  const prompt = page.getByRole("alertdialog", { name: `Export “${group.name}”` })
  await prompt.getByText("2 customers are written into a file.").waitFor()
  for (const column of ["Phone", "Company", "ID"]) await prompt.getByRole("checkbox", { name: column }).click()
  await prompt.getByRole("radio", { name: "XLSX, for Excel" }).click()
  await prompt.getByRole("button", { name: "Export" }).click()
  await toast(page, "The file is being made.")
  await eventually(async () => {
    const { data } = await api("GET", "/admin/notifications?channel=feed&limit=50&order=-created_at")
    expect(data.notifications.map(({ data: said }: { data: object }) => said)).toContainEqual(
      expect.objectContaining({
        description: expect.stringContaining(`“${group.name}”: 2 customers`),
        file: expect.objectContaining({ filename: expect.stringMatching(/\.xlsx$/) }),
      }),
    )
  })
})
