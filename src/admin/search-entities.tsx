import { defineSearchEntity } from "@medusajs/dashboard/lib"

/** ⌘K finds groups as before and opens our pages. */
defineSearchEntity<{ id: string; name: string }>("customer_group", {
  groupLabel: (t) => t("domain", { ns: "customerGroups" }),
  shortcut: {
    keys: { Mac: ["G", "G"] },
    label: (t) => t("app.keyboardShortcuts.navigation.goToCustomerGroups"),
    to: "/groups",
  },
  transform: (group) => ({
    id: group.id,
    title: group.name,
    to: `/groups/${group.id}`,
    value: `customerGroup:${group.id}`,
  }),
})
