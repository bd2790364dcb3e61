/** Where orders of tests are sent, as a storefront or the dashboard gives it. */
export const address = {
  first_name: "Anna",
  last_name: "B",
  address_1: "Street 1",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
}
