import { Readable } from "node:stream"
import { readRows } from "../../src/files"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { withClient } from "../../scripts/postgres"
import { forBare } from "../bare"
import { type Measure, alternate, timed, toRow } from "../measure"
import { withOwnGroup } from "../own-group"
import { peakOf } from "../peak-memory"

const AMOUNT = 100_000
const GROUP = "cusgroup_bench_import"

/** E-mail addresses of customers with an account, spread over all of them. */
const someAddresses = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "select email from customer where deleted_at is null and has_account and email is not null order by md5(id) limit $1",
      [AMOUNT],
    )
    return rows.map(({ email }) => email as string)
  })

/** A file of e-mail addresses read in, checked and applied, against one plain statement that looks them up and inserts. */
export const importRows: Measure = {
  names: ["import_100k"],
  needs: ["module"],
  run: async ({ module, databaseUrl }, runs) => {
    const { groups } = module
    const addresses = await someAddresses(databaseUrl)
    const file = Buffer.from(["email", ...addresses].join("\n"))
    let peak_mb = 0
    let joined = 0
    const checks: number[] = []
    const importAll = async () => {
      const begun = performance.now()
      const { id } = await groups.stageImport(
        { group_id: GROUP, file_name: "bench.csv" },
        readRows(Readable.from(slices(file))),
      )
      checks.push(performance.now() - begun)
      joined = (await groups.applyImport({ import_id: id })).joined
    }
    const empty = () =>
      withClient(databaseUrl, async (client) => {
        await client.query("delete from customer_group_customer where customer_group_id = $1", [GROUP])
        await client.query("delete from customer_group_import where group_id = $1", [GROUP])
      })

    const times = await withOwnGroup(databaseUrl, GROUP, () =>
      alternate(runs, {
        plugin: async () => {
          const time = await timed(async () => (peak_mb = Math.max(peak_mb, await peakOf(importAll))))
          await empty()
          return time
        },
        bare: () =>
          module.tryOut(async (context) => {
            await forBare(context)
            return timed(() =>
              rowsOf(
                context,
                sql`insert into customer_group_customer (id, customer_group_id, customer_id)
                  select 'cusgc_bench_' || c.id, ${GROUP}, c.id from unnest(${addresses}::text[]) given (email)
                  join customer c on c.email = given.email and c.has_account and c.deleted_at is null`,
              ),
            )
          }),
      }),
    )
    const details = {
      check_ms: Math.round(checks.at(-1)!),
      bare_ms: times.bare,
      to_bare: Math.round((100 * times.plugin) / times.bare) / 100,
      rows_a_second: Math.round((1_000 * AMOUNT) / times.plugin),
      peak_mb,
      joined,
    }
    return [toRow("import_100k", runs, { plugin: times.plugin }, details, { ms: 15_000 })]
  },
}

/** As a socket brings it. */
function* slices(file: Buffer, size = 65_536) {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}
