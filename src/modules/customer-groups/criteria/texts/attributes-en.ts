import type { AttributeTexts } from "./shape"

/** The attributes in English, each by its id. */
export const attributesEn: Record<string, AttributeTexts> = {
  email: { label: "Email", hint: "The address that the customer is known by", sentence: "email {{comparison}}" },
  email_domain: {
    label: "Email domain",
    hint: "What stands behind the @, for instance acme.com",
    sentence: "email domain {{comparison}}",
  },
  first_name: { label: "First name", hint: "As in the customer's profile", sentence: "first name {{comparison}}" },
  last_name: { label: "Last name", hint: "As in the customer's profile", sentence: "last name {{comparison}}" },
  company_name: { label: "Company", hint: "As in the customer's profile", sentence: "company {{comparison}}" },
  phone: { label: "Phone", hint: "As in the customer's profile", sentence: "phone {{comparison}}" },
  created_by: {
    label: "Created by",
    hint: "The id of the user who made the customer in the dashboard",
    sentence: "was created by somebody whose id {{comparison}}",
  },
  has_account: {
    label: "Has an account",
    hint: "Registered, in contrast to a guest",
    sentence: "has an account",
    not: "has no account",
  },
  created_at: {
    label: "Created",
    hint: "Since when the shop knows the customer",
    sentence: "date of creation {{comparison}}",
  },
  metadata_text: {
    label: "Metadata, text",
    hint: "A text in the customer's metadata",
    sentence: "metadata {{key_path}} {{comparison}}",
  },
  metadata_number: {
    label: "Metadata, number",
    hint: "A number in the customer's metadata",
    sentence: "metadata {{key_path}} is {{comparison}}",
  },
  metadata_boolean: {
    label: "Metadata, yes or no",
    hint: "True or false in the customer's metadata",
    sentence: "metadata {{key_path}} is true",
    not: "metadata {{key_path}} is false",
  },
  metadata_date: {
    label: "Metadata, date",
    hint: "A date in the customer's metadata, for instance a birthday",
    sentence: "metadata {{key_path}} {{comparison}}",
  },

  country: { label: "Country", hint: "Of the customer's addresses", sentence: "country {{address}} {{comparison}}" },
  province: {
    label: "Province",
    hint: "State or province of the customer's addresses",
    sentence: "province {{address}} {{comparison}}",
  },
  city: { label: "City", hint: "Of the customer's addresses", sentence: "city {{address}} {{comparison}}" },
  postal_code: {
    label: "Postal code",
    hint: "Of the customer's addresses",
    sentence: "postal code {{address}} {{comparison}}",
  },

  order_count: {
    label: "Number of orders",
    hint: "Without drafts and cancelled orders",
    sentence: "has placed {{comparison}} {{window}}",
  },
  total_spent: {
    label: "Total spent",
    hint: "What all orders in one currency come to",
    sentence: "has spent {{comparison}} {{amount}} {{window}}",
  },
  average_order_value: {
    label: "Average order",
    hint: "What an order in one currency comes to on average",
    sentence: "spends {{comparison}} {{amount}} an order on average {{window}}",
  },
  largest_order: {
    label: "Largest order",
    hint: "What the largest order in one currency comes to",
    sentence: "has a largest order of {{comparison}} {{amount}} {{window}}",
  },
  first_order_at: {
    label: "First order",
    hint: "The day of the first order",
    sentence: "first order {{window}} {{comparison}}",
  },
  last_order_at: {
    label: "Last order",
    hint: "The day of the latest order",
    sentence: "last order {{window}} {{comparison}}",
  },
  days_since_last_order: {
    label: "Days since the last order",
    hint: "0 on the day of the order",
    sentence: "last order {{window}} was {{comparison}} ago",
  },
  average_days_between_orders: {
    label: "Average days between orders",
    hint: "Of customers with two orders or more",
    sentence: "leaves {{comparison}} between orders on average {{window}}",
  },
  order_sales_channel: {
    label: "Sales channel of an order",
    hint: "Where any of the orders was placed",
    sentence: "has ordered in the sales channel {{value}} {{window}}",
    not: "has not ordered in the sales channel {{value}} {{window}}",
  },
  order_region: {
    label: "Region of an order",
    hint: "The region of any of the orders",
    sentence: "has ordered in the region {{value}} {{window}}",
    not: "has not ordered in the region {{value}} {{window}}",
  },
  order_country: {
    label: "Shipped to country",
    hint: "Where any of the orders was sent",
    sentence: "has had an order sent to {{value}} {{window}}",
    not: "has had no order sent to {{value}} {{window}}",
  },
  order_payment_provider: {
    label: "Payment provider",
    hint: "How any of the orders was paid",
    sentence: "has paid with {{value}} {{window}}",
    not: "has not paid with {{value}} {{window}}",
    byOperator: { nin: "has paid with neither {{value}} {{window}}" },
  },
  order_shipping_option: {
    label: "Shipping option",
    hint: "How any of the orders was sent",
    sentence: "has had an order sent by {{value}} {{window}}",
    not: "has had no order sent by {{value}} {{window}}",
  },
  order_promotion_code: {
    label: "Promotion code used",
    hint: "The code of a promotion in any of the orders",
    sentence: "has used a promotion code that {{comparison}} {{window}}",
    not: "has used no promotion code that {{comparison}} {{window}}",
  },
  order_status: {
    label: "Status of an order",
    hint: "Of any of the orders that count",
    sentence: "has an order that is {{value}} {{window}}",
    not: "has no order that is {{value}} {{window}}",
  },
  has_cancelled_order: {
    label: "Has a cancelled order",
    hint: "Cancelled by anybody",
    sentence: "has a cancelled order {{window}}",
    not: "has no cancelled order {{window}}",
  },
  has_returned: {
    label: "Has returned something",
    hint: "A return that was received",
    sentence: "has returned something ordered {{window}}",
    not: "has returned nothing ordered {{window}}",
  },

  purchased_product: {
    label: "Bought product",
    hint: "And kept at least one of it",
    sentence: "has bought {{value}} {{window}}",
    not: "has not bought {{value}} {{window}}",
    byOperator: { nin: "has bought neither {{value}} {{window}}" },
  },
  purchased_variant: {
    label: "Bought variant",
    hint: "And kept at least one of it",
    sentence: "has bought the variant {{value}} {{window}}",
    not: "has not bought the variant {{value}} {{window}}",
  },
  purchased_sku: {
    label: "Bought SKU",
    hint: "And kept at least one of it",
    sentence: "has bought an SKU that {{comparison}} {{window}}",
    not: "has bought no SKU that {{comparison}} {{window}}",
  },
  purchased_collection: {
    label: "Bought from collection",
    hint: "Something of a collection",
    sentence: "has bought from the collection {{value}} {{window}}",
    not: "has not bought from the collection {{value}} {{window}}",
  },
  purchased_category: {
    label: "Bought from category",
    hint: "Something of a category or of those within it",
    sentence: "has bought from the category {{value}} {{window}}",
    not: "has not bought from the category {{value}} {{window}}",
  },
  purchased_type: {
    label: "Bought product type",
    hint: "Something of a product type",
    sentence: "has bought something of the type {{value}} {{window}}",
    not: "has bought nothing of the type {{value}} {{window}}",
  },
  purchased_tag: {
    label: "Bought with tag",
    hint: "Something with a product tag",
    sentence: "has bought something tagged {{value}} {{window}}",
    not: "has bought nothing tagged {{value}} {{window}}",
  },
  purchased_quantity: {
    label: "Quantity bought",
    hint: "How many of some products, less returns",
    sentence: "has bought {{comparison}} of {{items}} {{window}}",
  },
  purchased_total: {
    label: "Spent on products",
    hint: "What was spent on some products in one currency",
    sentence: "has spent {{comparison}} on {{items}} {{window}}",
  },

  spend_rank: {
    label: "Rank by spend",
    hint: "The place among all customers by what they have spent, 1 the best",
    sentence: "has a rank by spend {{amount}} {{window}} of {{comparison}}",
    byOperator: { lte: "is among the top {{value}} by spend {{amount}} {{window}}" },
  },
  spend_rank_percent: {
    label: "Rank by spend, in percent",
    hint: "How many percent of customers with orders have spent more: less than 1 is the top 1 %",
    sentence: "has {{comparison}} of customers ahead by spend {{amount}} {{window}}",
    byOperator: { lt: "is among the top {{value}} by spend {{amount}} {{window}}" },
  },
  order_count_rank: {
    label: "Rank by orders",
    hint: "The place among all customers by their number of orders, 1 the best",
    sentence: "has a rank by orders {{window}} of {{comparison}}",
    byOperator: { lte: "is among the top {{value}} by orders {{window}}" },
  },
  order_count_rank_percent: {
    label: "Rank by orders, in percent",
    hint: "How many percent of customers with orders have placed more: less than 1 is the top 1 %",
    sentence: "has {{comparison}} of customers ahead by orders {{window}}",
    byOperator: { lt: "is among the top {{value}} by orders {{window}}" },
  },
  rfm_group: {
    label: "RFM group",
    hint: "By how lately, how often and for how much they have ordered, by fifths",
    sentence: "belongs to the {{value}} {{amount}} {{window}}",
    not: "does not belong to the {{value}} {{amount}} {{window}}",
    byOperator: { nin: "belongs to neither the {{value}} {{amount}} {{window}}" },
  },

  has_open_cart: {
    label: "Has an open cart",
    hint: "A cart with something in it that was not bought",
    sentence: "has an open cart",
    not: "has no open cart",
  },
  open_cart_value: {
    label: "Value of an open cart",
    hint: "By the prices of its items, before promotions and shipping",
    sentence: "has an open cart worth {{comparison}}",
    not: "has no open cart worth {{comparison}}",
  },
  open_cart_age: {
    label: "Age of an open cart",
    hint: "Days since it was last changed",
    sentence: "has an open cart left {{comparison}} ago",
    not: "has no open cart left {{comparison}} ago",
  },
  open_cart_product: {
    label: "Product in an open cart",
    hint: "Something that lies in a cart and was not bought",
    sentence: "has {{value}} in an open cart",
    not: "does not have {{value}} in an open cart",
    byOperator: { nin: "has neither {{value}} in an open cart" },
  },

  member_of_group: {
    label: "In customer group",
    hint: "Member of another group, by hand or by criteria",
    sentence: "is in {{value}}",
    not: "is not in {{value}}",
    byOperator: { nin: "is in neither {{value}}" },
  },

  sample: {
    label: "Random sample",
    hint: "A fixed random share of customers; the same name always gives the same people",
    sentence: "falls to {{comparison}} in the sample {{seed}}",
    byOperator: {
      lt: "is among the {{value}} in the sample {{seed}}",
      gte: "is not among the {{value}} in the sample {{seed}}",
    },
  },
}
