import fs from "node:fs"
import path from "node:path"
import { Problem } from "../problem"
import type { Amounts } from "./fill"

/** Bytes on disk with indexes, as measured; an order is one with its lines and versions, and with payment and parcel or without. */
const bytes = { customer: 800, member: 330, order: 22_500, leanOrder: 8_200, base: 30_000_000 }

const inGigabytes = (size: number) => `${(size / 1e9).toFixed(1)} GB`

/** What a database of these amounts takes. */
export const diskNeeded = ({ customers, orders, groups, isLean }: Amounts): number => {
  const members = groups === "demo" ? 0 : groups.count * groups.members
  return (
    bytes.base + customers * bytes.customer + orders * (isLean ? bytes.leanOrder : bytes.order) + members * bytes.member
  )
}

/**
 * Says what disk a database takes, and makes sure that it is there.
 *
 * @throws Problem when there is too little
 */
export const checkDisk = (folder: string, amounts: Amounts) => {
  let existing = folder
  while (!fs.existsSync(existing)) existing = path.dirname(existing)

  const needed = diskNeeded(amounts)
  const { bavail, bsize } = fs.statfsSync(existing)
  console.log(`  Disk: about ${inGigabytes(needed)} needed, ${inGigabytes(bavail * bsize)} free.`)
  if (bavail * bsize < needed * 1.1)
    throw new Problem(
      `Too little disk: about ${inGigabytes(needed)} are needed, ${inGigabytes(bavail * bsize)} are free.`,
    )
}
