import { spawn } from "node:child_process"

/** What npm and jest leave in the environment would lead a command of another project back to this repository. */
const isOurs = (name: string) =>
  /^npm_(package|lifecycle|config_local_prefix)|^(NODE_ENV|NODE_OPTIONS|JEST_WORKER_ID|INIT_CWD)$/i.test(name)

/** The environment of a person in a new terminal. */
export const plainEnv = (added: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name))),
  MEDUSA_DISABLE_TELEMETRY: "true",
  ...added,
})

/**
 * Runs a command as a person would type it.
 *
 * @returns what it printed, to stdout and stderr
 * @throws with all that it printed when it fails
 */
export const run = (command: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, shell: true, env: plainEnv(env), stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    child.once("error", reject)
    child.once("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}:\n${output}`)),
    )
  })
