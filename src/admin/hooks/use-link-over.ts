import { useLocation } from "react-router-dom"

/**
 * Makes links to a drawer or window over this page, which keep the address's table state, so that the page beneath (and
 * after closing) shows the same rows.
 */
export const useLinkOver = () => {
  const { search } = useLocation()
  return (path: string) => `${path}${search}`
}
