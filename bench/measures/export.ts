import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { pipeline } from "node:stream/promises"
import { writeCsv, writeXlsx } from "../../src/files"
import { type ExportedMember, GROUP_EXPORT_COLUMNS } from "../../src/types"
import { withClient } from "../../scripts/postgres"
import { type Measure, alternate, timed, toRow } from "../measure"
import { withOwnGroup } from "../own-group"
import { peakOf } from "../peak-memory"

const GROUP = "cusgroup_bench_export"
const columns = GROUP_EXPORT_COLUMNS.map((name) => ({ name, value: (member: ExportedMember) => member[name] }))

/** Every customer of the shop as a CSV file, against what PostgreSQL takes to copy the same columns into one; and as XLSX. */
export const exportAll: Measure = {
  names: ["export_1m"],
  needs: ["module"],
  run: async ({ module, databaseUrl }, runs) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "customer-groups-export-"))
    fs.chmodSync(folder, 0o777)
    try {
      return await withOwnGroup(databaseUrl, GROUP, async () => {
        const { joined } = await module.groups.changeMembers({ group_id: GROUP, add: { filter: {} } })
        let peak = 0
        const write = async (writer: typeof writeCsv) => {
          const members = await module.groups.readMembers(GROUP)
          await pipeline(writer(members, columns), fs.createWriteStream(path.join(folder, "plugin")))
        }
        const copy = () =>
          withClient(databaseUrl, (client) =>
            client.query(
              `copy (select c.id, c.email, c.first_name, c.last_name, c.company_name, c.phone, c.has_account,
                 m.created_by, m.created_at, c.created_at
               from customer_group_customer m join customer c on c.id = m.customer_id
               where m.customer_group_id = '${GROUP}') to '${path.join(folder, "bare.csv")}' csv header`,
            ),
          )
        const times = await alternate(runs, {
          plugin: () => timed(async () => (peak = Math.max(peak, await peakOf(() => write(writeCsv))))),
          bare: () => timed(copy),
        })
        let xlsx_peak_mb = 0
        const xlsx_ms = Math.round(await timed(async () => (xlsx_peak_mb = await peakOf(() => write(writeXlsx)))))
        const details = {
          bare_ms: times.bare,
          to_bare: Math.round((100 * times.plugin) / times.bare) / 100,
          rows_a_second: Math.round((1_000 * joined) / times.plugin),
          peak_mb: peak,
          xlsx_ms,
          xlsx_peak_mb,
          customers: joined,
        }
        return [toRow("export_1m", runs, { plugin: times.plugin }, details, { ms: 30_000, atMost: { peak_mb: 300 } })]
      })
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
}
