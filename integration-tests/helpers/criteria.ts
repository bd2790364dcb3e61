/** Criteria: everybody with this first name. */
export const named = (first_name: string) => ({ all: [{ attribute: "first_name", operator: "eq", value: first_name }] })
