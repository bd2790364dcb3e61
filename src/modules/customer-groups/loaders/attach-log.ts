import { ATTACH_LOG } from "../log/triggers"
import { attachAtStart } from "./attach-at-start"

export default attachAtStart(ATTACH_LOG, "The log of membership changes is not attached yet")
