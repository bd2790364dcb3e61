import { createDataTableColumnHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { customerName } from "../lib/customer-name"
import { AccountStatus, Clipped, DateText, Nothing } from "./cells"

interface CustomerRow {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  /** Null, like the next one, of a customer who is purged. */
  has_account: boolean | null
  created_at: string | null
}

/** As narrow as what stands in the column allows, which is "Dec 18," at least, the year below it. In pixels. */
const narrow = { size: 72, minSize: 72 }

/** Columns of a customer, for every table of customers; their ids are the ones the API sorts by. */
export const useCustomerColumns = <Row extends CustomerRow>({ linked }: { linked: boolean }) => {
  const { t } = useTranslation("customerGroups")
  const helper = createDataTableColumnHelper<Row>()
  const sortable = { enableSorting: true, sortAscLabel: t("table.ascending"), sortDescLabel: t("table.descending") }
  const nameOf = (row: Row) => (customerName(row) ? <Clipped text={customerName(row)} canBreak /> : <Nothing />)

  return {
    sortable,
    narrow,
    helper,
    name: helper.accessor((row) => customerName(row), {
      ...sortable,
      id: "name",
      header: t("fields.name"),
      size: 180,
      minSize: 80,
      maxSize: 240,
      cell: ({ row: { original } }) =>
        linked ? (
          <Link
            to={`/customers/${original.id}`}
            onClick={(event) => event.stopPropagation()}
            aria-label={customerName(original) || original.email || original.id}
            className="text-ui-fg-base txt-compact-small-plus rounded-sm"
          >
            {nameOf(original)}
          </Link>
        ) : (
          nameOf(original)
        ),
    }),
    email: helper.accessor((row) => row.email, {
      ...sortable,
      id: "email",
      header: t("fields.email"),
      size: 260,
      minSize: 112,
      maxSize: 260,
      cell: ({ row: { original } }) => (original.email ? <Clipped text={original.email} /> : <Nothing />),
    }),
    account: helper.accessor((row) => row.has_account, {
      ...sortable,
      id: "has_account",
      header: t("fields.account"),
      ...narrow,
      cell: ({ row: { original } }) =>
        original.has_account === null ? <Nothing /> : <AccountStatus hasAccount={original.has_account} />,
    }),
    created: helper.accessor((row) => row.created_at, {
      ...sortable,
      id: "created_at",
      header: t("fields.createdAt"),
      ...narrow,
      cell: ({ row: { original } }) => (original.created_at ? <DateText date={original.created_at} /> : <Nothing />),
    }),
  }
}
