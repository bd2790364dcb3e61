import { de } from "./de"
import { en } from "./en"

export default {
  en: { customerGroups: en },
  de: { customerGroups: de },
}
