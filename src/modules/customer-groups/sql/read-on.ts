/**
 * Rows that are read a page at a time, each page from behind the last row of the one before: however many there are, few
 * are held.
 *
 * @param size rows of a full page; the first one that is not full is the last
 */
export async function* readOn<Row>(
  size: number,
  next: (after: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after: Row | undefined, isMore = true; isMore;) {
    const page = await next(after)
    after = page.at(-1)
    isMore = page.length === size
    yield* page
  }
}
