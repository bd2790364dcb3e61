import { AutomaticGroupsService } from "./automatic-groups"

/** What criteria would do, and what they can be made from. */
export class PreviewsService extends AutomaticGroupsService {}
