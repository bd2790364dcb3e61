import path from "node:path"

/** The folder of the repository. */
export const root = path.resolve(__dirname, "..")

/**
 * Everything that is generated goes under a dot-folder: `medusa develop` watches all other folders, and a log or a
 * database written there would restart it for ever.
 */
export const folders = {
  /** Databases. */
  data: path.join(root, ".data"),
  /** Logs, pictures, results of tests. */
  run: path.join(root, ".run"),
  /** What can be made again from the packages, for instance the unpacked Chromium. */
  cache: path.join(root, ".cache"),
  /** The store as it runs, compiled. `.medusa/server` belongs to `medusa plugin:build`. */
  store: path.join(root, ".medusa", "store"),
}

/** Medusa's command line, called without a shell and without `npx`, which would cost half a second. */
export const medusaCli = path.join(root, "node_modules", "@medusajs", "cli", "cli.js")
