import { activity } from "./activity"
import { builder } from "./builder"
import { common } from "./common"
import { criteria } from "./criteria"
import { files } from "./files"
import { groups } from "./groups"
import { insights } from "./insights"
import { list } from "./list"
import { members } from "./members"
import { otherPages } from "./other-pages"

/** The English texts; their shape is the one that every other language has to fill. */
export const en = {
  ...common,
  ...list,
  ...groups,
  ...members,
  ...files,
  ...activity,
  ...criteria,
  ...builder,
  ...insights,
  ...otherPages,
}

export type Texts = typeof en
