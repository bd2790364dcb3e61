import type { Measure } from "../measure"
import { changeMembers } from "./change-members"
import { membersFirst, membersSearched, membersSorted } from "./members"
import { detailPaint, listPaint } from "./paint"
import { detailPage, listPage } from "./pages"

/** The quick ones first: an interrupted run has most of them. Those that write come last. */
export const measures: Measure[] = [
  membersFirst,
  membersSorted,
  membersSearched,
  detailPage,
  detailPaint,
  listPage,
  listPaint,
  changeMembers,
]
