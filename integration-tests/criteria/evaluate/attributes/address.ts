import type { Address } from "../../data"
import { textIn } from "../value"
import type { Reader } from "../world"

const isMeant = {
  any: () => true,
  default_shipping: ({ isDefaultShipping }: Address) => isDefaultShipping,
  default_billing: ({ isDefaultBilling }: Address) => isDefaultBilling,
}

const part =
  (key: "country_code" | "province" | "city" | "postal_code"): Reader =>
  ({ addresses }, { address = "any" }) =>
    addresses.filter(isMeant[address]).flatMap((each) => textIn(each[key]))

export const address: Record<string, Reader> = {
  country: part("country_code"),
  province: part("province"),
  city: part("city"),
  postal_code: part("postal_code"),
}
