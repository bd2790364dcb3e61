import type { TestStore } from "../helpers/store"

export default async function stopStore() {
  await (globalThis as { testStore?: TestStore }).testStore?.stop()
}
