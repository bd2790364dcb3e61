import type { Measure } from "../measure"
import { apply } from "./apply"
import { builderTotal } from "./builder"
import { bulk } from "./bulk"
import { changeMembers } from "./change-members"
import { checkoutOverhead } from "./checkout-overhead"
import { criteriaMeasures } from "./criteria"
import { eventsThroughput } from "./events-throughput"
import { exportAll } from "./export"
import { idleCost } from "./idle-cost"
import { importRows } from "./import"
import { insights } from "./insights"
import { marksPerSecond } from "./marks-per-second"
import { membersFirst, membersSearched, membersSorted } from "./members"
import { orderToMember } from "./order-to-member"
import { detailPaint, listPaint } from "./paint"
import { detailPage, listPage } from "./pages"
import { pastMembers } from "./past-members"
import { previewMeasures } from "./previews"
import { singleCustomer } from "./single-customer"
import { undo } from "./undo"
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
  insights,
  builderTotal,
  singleCustomer,
  changeMembers,
  apply,
  undo,
  exportAll,
  bulk,
  importRows,
  pastMembers,
  idleCost,
  checkoutOverhead,
  orderToMember,
  marksPerSecond,
  eventsThroughput,
  ...statisticsMeasures,
]
