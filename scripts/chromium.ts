import fs from "node:fs"
import path from "node:path"
import { Browser, chromium } from "playwright-core"
import { folders } from "./paths"
import { Problem } from "./problem"

const unpacked = path.join(folders.cache, "chromium")

const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/**
 * Unpacks the Chromium of the package `@sparticuz/chromium` into a folder of ours, once. The package itself would take
 * `/tmp/chromium` when it exists, of whatever version and however complete.
 */
const unpack = async () => {
  if (fs.existsSync(path.join(unpacked, "chromium"))) return
  const half = `${unpacked}.new-${process.pid}`
  fs.mkdirSync(half, { recursive: true })

  const before = process.env.TMPDIR
  process.env.TMPDIR = half
  try {
    const { default: packaged } = await import("@sparticuz/chromium")
    await packaged.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }

  if (!fs.existsSync(path.join(half, "chromium"))) {
    fs.rmSync(half, { recursive: true, force: true })
    throw new Problem("Chromium was not unpacked where it should be. Within jest run `prepareChromium` beforehand.")
  }
  fs.writeFileSync(path.join(half, "fonts.conf"), fontsConfig(unpacked))
  try {
    fs.renameSync(half, unpacked)
  } catch (error) {
    // Another process was faster.
    if (!fs.existsSync(path.join(unpacked, "chromium"))) throw error
    fs.rmSync(half, { recursive: true, force: true })
  }
}

/**
 * Has Chromium ready. Before jest, not within it: there a module sees a copy of the environment, so the package would not
 * be told where to unpack.
 */
export const prepareChromium = async (): Promise<void> => {
  if (!process.env.CHROMIUM_PATH) await packagedChromium()
}

const packagedChromium = async () => {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Problem("Set CHROMIUM_PATH to a Chromium or Chrome: the one that comes from npm is for Linux on x64.")

  // Read by the package when it is imported: it then brings the libraries that a bare machine has not.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x"
  await unpack()
  const libraries = [path.join(unpacked, "al2023", "lib"), unpacked]
  return {
    executablePath: path.join(unpacked, "chromium"),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      FONTCONFIG_FILE: path.join(unpacked, "fonts.conf"),
    } as Record<string, string>,
  }
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** Starts a headless Chromium: the one of `CHROMIUM_PATH`, or the one that comes from npm. */
export const launchChromium = async (): Promise<Browser> => {
  const own = process.env.CHROMIUM_PATH
  return chromium.launch({ headless: true, args, ...(own ? { executablePath: own } : await packagedChromium()) })
}
