import { ExplanationsService } from "./explanations"

/** Customers who have changed, evaluated for all groups. */
export class ChangedCustomersService extends ExplanationsService {}
