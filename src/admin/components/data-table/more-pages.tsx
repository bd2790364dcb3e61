import { Pagination } from "./pagination"

interface Props {
  offset: number
  limit: number
  count: number
  onOffset: (offset: number) => void
}

/** The way to the other pages of a short list, which keeps its offset itself; nothing where one page has it all. */
export const MorePages = ({ offset, limit, count, onOffset }: Props) =>
  count > limit ? (
    <Pagination offset={offset} limit={limit} count={count} onPage={(page) => onOffset(page * limit)} />
  ) : null
