import type { Measure } from "../measure"
import { apply } from "./apply"
import { changeMembers } from "./change-members"
import { criteriaMeasures } from "./criteria"
import { membersFirst, membersSearched, membersSorted } from "./members"
import { detailPaint, listPaint } from "./paint"
import { detailPage, listPage } from "./pages"
import { previewMeasures } from "./previews"
import { singleCustomer } from "./single-customer"
import { statisticsMeasures } from "./statistics"

/** The quick ones first: an interrupted run has most of them. Those that write come last. */
export const measures: Measure[] = [
  membersFirst,
  membersSorted,
  membersSearched,
  detailPage,
  detailPaint,
  listPage,
  listPaint,
  ...criteriaMeasures,
  ...previewMeasures,
  singleCustomer,
  changeMembers,
  apply,
  ...statisticsMeasures,
]
