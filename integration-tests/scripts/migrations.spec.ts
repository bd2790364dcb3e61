import path from "node:path"
import { folders } from "../../scripts/paths"
import { cloneDatabase, dropDatabase, withClient } from "../../scripts/postgres"
import { migrate } from "../../scripts/store/migrate"
import { migratedTemplate } from "../../scripts/store/template"
import { testServer } from "../helpers/store"

const database = `customer_groups_scripts_${process.pid}`
const databaseUrl = testServer().url(database)

afterAll(() => dropDatabase(testServer(), database))

it("does not take a database for migrated if a migration script has failed", async () => {
  await cloneDatabase(testServer(), await migratedTemplate(testServer()), database)
  await withClient(databaseUrl, (db) =>
    db.query(`
      delete from script_migrations where script_name = 'customer-groups-hide-medusas-entries.ts';
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'The script has failed.'; end $$;
      create trigger fail before update on script_migrations for each row execute function fail();`),
  )
  const migrated = migrate({ databaseUrl, logFile: path.join(folders.run, "migrate-test.log") })
  await expect(migrated).rejects.toThrow(/^The migrations failed[^]*The script has failed\./)
})
