import { changedCustomers } from "./changed-customers"
import { evaluatedGroup } from "./evaluated-group"
import { explanation } from "./explanation"
import { checkedFacts, factsFromNothing, factsOfMarkedOrders, refreshedFacts } from "./facts"
import type { ShopLaw, TreeLaw } from "./law"
import { severalGroups } from "./several-groups"
import { singleCustomers } from "./single-customers"
import { whoMatches } from "./who-matches"

/** What must hold for any criteria. A law more is a file more and a line here. */
export const treeLaws: readonly TreeLaw[] = [
  whoMatches,
  explanation,
  singleCustomers,
  severalGroups,
  evaluatedGroup,
  changedCustomers,
]

/** What must hold for any shop, in this order: each may change the orders that the next one looks at. */
export const shopLaws: readonly ShopLaw[] = [
  checkedFacts,
  factsFromNothing,
  refreshedFacts,
  factsOfMarkedOrders,
  checkedFacts,
]
