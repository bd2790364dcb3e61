import type { Texts } from "../en"
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

export const de: Texts = {
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
