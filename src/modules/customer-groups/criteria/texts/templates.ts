/** How a template is offered. */
export interface TemplateTexts {
  label: string
  explanation: string
}

/** The texts of templates, by their ids. */
export const templateTexts: Record<"en" | "de", Record<string, TemplateTexts>> = {
  en: {
    vip: { label: "VIP", explanation: "Have spent at least 1,000 in the last twelve months" },
    first_order: { label: "First order", explanation: "Have placed exactly one order" },
    lapsed: { label: "Lapsed", explanation: "Have ordered before, but not for half a year" },
    big_spenders_in_country: {
      label: "Big spenders in a country",
      explanation: "Have spent at least 500 and live in a country of your choice",
    },
    bought_one_not_other: {
      label: "Bought A, never B",
      explanation: "Have bought one product and never another: for a recommendation",
    },
    account_birthday: {
      label: "Birthday of the account",
      explanation: "Became customers a year or several ago, this week",
    },
    rfm_champions: { label: "Champions (RFM)", explanation: "Order lately, often, and for much" },
    rfm_at_risk: { label: "At risk (RFM)", explanation: "Used to order often or for much, and have not for long" },
    top_one_percent: { label: "Top 1 %", explanation: "The one percent of customers with orders who have spent most" },
    hold_out: { label: "Hold-out of 10 %", explanation: "A fixed random tenth of all customers, to compare with" },
  },
  de: {
    vip: { label: "VIP", explanation: "Haben in den letzten zwölf Monaten mindestens 1.000 ausgegeben" },
    first_order: { label: "Erste Bestellung", explanation: "Haben genau einmal bestellt" },
    lapsed: { label: "Eingeschlafen", explanation: "Haben schon bestellt, aber seit einem halben Jahr nicht mehr" },
    big_spenders_in_country: {
      label: "Gute Kunden in einem Land",
      explanation: "Haben mindestens 500 ausgegeben und leben in einem Land Ihrer Wahl",
    },
    bought_one_not_other: {
      label: "A gekauft, nie B",
      explanation: "Haben ein Produkt gekauft und ein anderes nie: für eine Empfehlung",
    },
    account_birthday: {
      label: "Geburtstag des Kontos",
      explanation: "Wurden in dieser Woche vor einem Jahr oder mehreren Jahren Kunden",
    },
    rfm_champions: { label: "Champions (RFM)", explanation: "Bestellen seit Kurzem, oft und für viel Geld" },
    rfm_at_risk: {
      label: "Gefährdet (RFM)",
      explanation: "Haben früher oft oder für viel Geld bestellt, und lange nicht mehr",
    },
    top_one_percent: {
      label: "Die besten 1 %",
      explanation: "Das eine Prozent der Kunden mit Bestellungen, das am meisten ausgegeben hat",
    },
    hold_out: {
      label: "Kontrollgruppe von 10 %",
      explanation: "Ein festes zufälliges Zehntel aller Kunden, zum Vergleichen",
    },
  },
}
