import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useLayoutEffect } from "react"
import { useLocation, useNavigate } from "react-router-dom"

const CORE_PAGES = /^\/customer-groups(?=\/|$)/

/** Leads from Medusa's own pages of customer groups to ours: old links, bookmarks and links on other pages. */
const CorePagesRedirect = () => {
  const navigate = useNavigate()
  const { pathname, search, hash } = useLocation()

  useLayoutEffect(() => {
    // Our own pages show the widgets of Medusa's, this one among them.
    if (CORE_PAGES.test(pathname)) navigate(pathname.replace(CORE_PAGES, "/groups") + search + hash, { replace: true })
  }, [navigate, pathname, search, hash])

  return null
}

export const config = defineWidgetConfig({ zone: ["customer_group.list", "customer_group.details"] })

export default CorePagesRedirect
