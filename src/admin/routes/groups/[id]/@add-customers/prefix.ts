/** Before the parameters of this window's table in the address. */
export const candidatesPrefix = "add"
