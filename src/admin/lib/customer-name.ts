interface Named {
  first_name: string | null
  last_name: string | null
}

/** First and last name, or nothing if neither is known. */
export const customerName = ({ first_name, last_name }: Named): string =>
  [first_name, last_name].filter(Boolean).join(" ")
