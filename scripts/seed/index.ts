/** Fills the demo shop. */
export const seedDemo = async (_input: { databaseUrl: string }) => undefined
