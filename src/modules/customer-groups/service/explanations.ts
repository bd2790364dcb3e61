import { PreviewsService } from "./previews"

/** Why a customer is in a group, or what is missing. */
export class ExplanationsService extends PreviewsService {}
