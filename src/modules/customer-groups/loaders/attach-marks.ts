import { ATTACH_MARKS } from "../marks/triggers"
import { attachAtStart } from "./attach-at-start"

export default attachAtStart(ATTACH_MARKS, "Changes made by SQL do not mark customers yet")
