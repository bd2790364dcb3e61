import { de } from "../texts/de"
import { en } from "../texts/en"

export default {
  en: { customerGroups: en },
  de: { customerGroups: de },
}
