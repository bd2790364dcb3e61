/** Tries again until the check holds, and answers what it does. */
export const eventually = async <Answer>(check: () => Promise<Answer> | Answer, within = 10_000): Promise<Answer> => {
  const end = Date.now() + within
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
