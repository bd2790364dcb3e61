import type { AttributeTexts } from "./shape"

/** The attributes in German, each by its id. */
export const attributesDe: Record<string, AttributeTexts> = {
  email: { label: "E-Mail", hint: "Unter der der Kunde bekannt ist", sentence: "E-Mail {{comparison}}" },
  email_domain: {
    label: "E-Mail-Domain",
    hint: "Was hinter dem @ steht, zum Beispiel acme.com",
    sentence: "E-Mail-Domain {{comparison}}",
  },
  first_name: { label: "Vorname", hint: "Wie im Profil des Kunden", sentence: "Vorname {{comparison}}" },
  last_name: { label: "Nachname", hint: "Wie im Profil des Kunden", sentence: "Nachname {{comparison}}" },
  company_name: { label: "Unternehmen", hint: "Wie im Profil des Kunden", sentence: "Unternehmen {{comparison}}" },
  phone: { label: "Telefon", hint: "Wie im Profil des Kunden", sentence: "Telefon {{comparison}}" },
  created_by: {
    label: "Angelegt von",
    hint: "Die ID des Benutzers, der den Kunden im Dashboard angelegt hat",
    sentence: "wurde von jemandem angelegt, dessen ID so ist: {{comparison}}",
  },
  has_account: {
    label: "Hat ein Konto",
    hint: "Registriert, im Gegensatz zu einem Gast",
    sentence: "hat ein Konto",
    not: "hat kein Konto",
  },
  created_at: {
    label: "Angelegt",
    hint: "Seit wann der Shop den Kunden kennt",
    sentence: "Tag der Anlage {{comparison}}",
  },
  metadata_text: {
    label: "Metadaten, Text",
    hint: "Ein Text in den Metadaten des Kunden",
    sentence: "Metadaten {{key_path}}: {{comparison}}",
  },
  metadata_number: {
    label: "Metadaten, Zahl",
    hint: "Eine Zahl in den Metadaten des Kunden",
    sentence: "Metadaten {{key_path}}: {{comparison}}",
  },
  metadata_boolean: {
    label: "Metadaten, ja oder nein",
    hint: "Wahr oder falsch in den Metadaten des Kunden",
    sentence: "Metadaten {{key_path}}: wahr",
    not: "Metadaten {{key_path}}: falsch",
  },
  metadata_date: {
    label: "Metadaten, Datum",
    hint: "Ein Datum in den Metadaten des Kunden, zum Beispiel ein Geburtstag",
    sentence: "Metadaten {{key_path}}: {{comparison}}",
  },

  country: { label: "Land", hint: "Der Adressen des Kunden", sentence: "Land {{address}} {{comparison}}" },
  province: {
    label: "Bundesland oder Provinz",
    hint: "Der Adressen des Kunden",
    sentence: "Bundesland {{address}} {{comparison}}",
  },
  city: { label: "Ort", hint: "Der Adressen des Kunden", sentence: "Ort {{address}} {{comparison}}" },
  postal_code: {
    label: "Postleitzahl",
    hint: "Der Adressen des Kunden",
    sentence: "Postleitzahl {{address}} {{comparison}}",
  },

  order_count: {
    label: "Anzahl Bestellungen",
    hint: "Ohne Entwürfe und stornierte Bestellungen",
    sentence: "hat {{window}} {{comparison}} aufgegeben",
  },
  total_spent: {
    label: "Gesamtumsatz",
    hint: "Summe aller Bestellungen in einer Währung",
    sentence: "hat {{window}} {{comparison}} {{amount}} ausgegeben",
  },
  average_order_value: {
    label: "Durchschnittliche Bestellung",
    hint: "Durchschnittlicher Wert einer Bestellung in einer Währung",
    sentence: "gibt {{window}} im Schnitt {{comparison}} {{amount}} je Bestellung aus",
  },
  largest_order: {
    label: "Größte Bestellung",
    hint: "Wert der größten Bestellung in einer Währung",
    sentence: "hat {{window}} eine größte Bestellung von {{comparison}} {{amount}}",
  },
  first_order_at: {
    label: "Erste Bestellung",
    hint: "Tag der ersten Bestellung",
    sentence: "erste Bestellung {{window}} {{comparison}}",
  },
  last_order_at: {
    label: "Letzte Bestellung",
    hint: "Tag der letzten Bestellung",
    sentence: "letzte Bestellung {{window}} {{comparison}}",
  },
  days_since_last_order: {
    label: "Tage seit der letzten Bestellung",
    hint: "0 am Tag der Bestellung",
    sentence: "letzte Bestellung {{window}} liegt {{comparison}} zurück",
  },
  average_days_between_orders: {
    label: "Durchschnittliche Tage zwischen Bestellungen",
    hint: "Bei Kunden mit zwei oder mehr Bestellungen",
    sentence: "zwischen Bestellungen {{window}} liegen im Schnitt {{comparison}}",
  },
  order_sales_channel: {
    label: "Vertriebskanal einer Bestellung",
    hint: "Wo irgendeine der Bestellungen aufgegeben wurde",
    sentence: "hat {{window}} im Vertriebskanal {{value}} bestellt",
    not: "hat {{window}} nicht im Vertriebskanal {{value}} bestellt",
    byOperator: { nin: "hat {{window}} weder im Vertriebskanal {{value}} bestellt" },
  },
  order_region: {
    label: "Region einer Bestellung",
    hint: "Die Region irgendeiner der Bestellungen",
    sentence: "hat {{window}} in der Region {{value}} bestellt",
    not: "hat {{window}} nicht in der Region {{value}} bestellt",
    byOperator: { nin: "hat {{window}} weder in der Region {{value}} bestellt" },
  },
  order_country: {
    label: "Versandt in das Land",
    hint: "Wohin irgendeine der Bestellungen ging",
    sentence: "hat {{window}} eine Bestellung nach {{value}} erhalten",
    not: "hat {{window}} keine Bestellung nach {{value}} erhalten",
  },
  order_payment_provider: {
    label: "Zahlungsanbieter",
    hint: "Wie irgendeine der Bestellungen bezahlt wurde",
    sentence: "hat {{window}} mit {{value}} bezahlt",
    not: "hat {{window}} nicht mit {{value}} bezahlt",
    byOperator: { nin: "hat {{window}} weder mit {{value}} bezahlt" },
  },
  order_shipping_option: {
    label: "Versandart",
    hint: "Wie irgendeine der Bestellungen versandt wurde",
    sentence: "hat {{window}} eine Bestellung per {{value}} erhalten",
    not: "hat {{window}} keine Bestellung per {{value}} erhalten",
  },
  order_promotion_code: {
    label: "Verwendeter Aktionscode",
    hint: "Der Code einer Werbeaktion in irgendeiner der Bestellungen",
    sentence: "hat {{window}} einen Aktionscode verwendet, für den gilt: {{comparison}}",
    not: "hat {{window}} keinen Aktionscode verwendet, für den gilt: {{comparison}}",
  },
  order_status: {
    label: "Status einer Bestellung",
    hint: "Irgendeiner der Bestellungen, die zählen",
    sentence: "hat {{window}} eine Bestellung mit Status {{value}}",
    not: "hat {{window}} keine Bestellung mit Status {{value}}",
  },
  has_cancelled_order: {
    label: "Hat eine stornierte Bestellung",
    hint: "Von wem auch immer storniert",
    sentence: "hat {{window}} eine stornierte Bestellung",
    not: "hat {{window}} keine stornierte Bestellung",
  },
  has_returned: {
    label: "Hat etwas zurückgegeben",
    hint: "Eine Rücksendung, die angekommen ist",
    sentence: "hat etwas zurückgegeben, bestellt {{window}}",
    not: "hat nichts zurückgegeben, bestellt {{window}}",
  },

  purchased_product: {
    label: "Produkt gekauft",
    hint: "Und mindestens eines davon behalten",
    sentence: "hat {{window}} {{value}} gekauft",
    not: "hat {{window}} nicht {{value}} gekauft",
    byOperator: { nin: "hat {{window}} weder {{value}} gekauft" },
  },
  purchased_variant: {
    label: "Variante gekauft",
    hint: "Und mindestens eine davon behalten",
    sentence: "hat {{window}} die Variante {{value}} gekauft",
    not: "hat {{window}} nicht die Variante {{value}} gekauft",
    byOperator: { nin: "hat {{window}} weder die Variante {{value}} gekauft" },
  },
  purchased_sku: {
    label: "SKU gekauft",
    hint: "Und mindestens eines davon behalten",
    sentence: "hat {{window}} eine SKU gekauft, für die gilt: {{comparison}}",
    not: "hat {{window}} keine SKU gekauft, für die gilt: {{comparison}}",
  },
  purchased_collection: {
    label: "Aus Kollektion gekauft",
    hint: "Etwas aus einer Kollektion",
    sentence: "hat {{window}} aus der Kollektion {{value}} gekauft",
    not: "hat {{window}} nicht aus der Kollektion {{value}} gekauft",
    byOperator: { nin: "hat {{window}} weder aus der Kollektion {{value}} gekauft" },
  },
  purchased_category: {
    label: "Aus Kategorie gekauft",
    hint: "Etwas aus einer Kategorie oder aus denen darunter",
    sentence: "hat {{window}} aus der Kategorie {{value}} gekauft",
    not: "hat {{window}} nicht aus der Kategorie {{value}} gekauft",
    byOperator: { nin: "hat {{window}} weder aus der Kategorie {{value}} gekauft" },
  },
  purchased_type: {
    label: "Produkttyp gekauft",
    hint: "Etwas von einem Produkttyp",
    sentence: "hat {{window}} etwas vom Typ {{value}} gekauft",
    not: "hat {{window}} nichts vom Typ {{value}} gekauft",
  },
  purchased_tag: {
    label: "Mit Tag gekauft",
    hint: "Etwas mit einem Produkt-Tag",
    sentence: "hat {{window}} etwas mit dem Tag {{value}} gekauft",
    not: "hat {{window}} nichts mit dem Tag {{value}} gekauft",
  },
  purchased_quantity: {
    label: "Gekaufte Menge",
    hint: "Wie viele von einigen Produkten, abzüglich Rückgaben",
    sentence: "hat {{window}} {{comparison}} von {{items}} gekauft",
  },
  purchased_total: {
    label: "Für Produkte ausgegeben",
    hint: "Was für einige Produkte in einer Währung ausgegeben wurde",
    sentence: "hat {{window}} {{comparison}} für {{items}} ausgegeben",
  },

  spend_rank: {
    label: "Rang nach Umsatz",
    hint: "Der Platz unter allen Kunden nach ihrem Umsatz, 1 der beste",
    sentence: "hat nach Umsatz {{amount}} {{window}} einen Rang von {{comparison}}",
    byOperator: { lte: "gehört nach Umsatz {{amount}} {{window}} zu den besten {{value}}" },
  },
  spend_rank_percent: {
    label: "Rang nach Umsatz, in Prozent",
    hint: "Wie viel Prozent der Kunden mit Bestellungen mehr ausgegeben haben: unter 1 sind die besten 1 %",
    sentence: "nach Umsatz {{amount}} {{window}} liegen {{comparison}} der Kunden davor",
    byOperator: { lt: "gehört nach Umsatz {{amount}} {{window}} zu den besten {{value}}" },
  },
  order_count_rank: {
    label: "Rang nach Bestellungen",
    hint: "Der Platz unter allen Kunden nach ihrer Zahl der Bestellungen, 1 der beste",
    sentence: "hat nach Bestellungen {{window}} einen Rang von {{comparison}}",
    byOperator: { lte: "gehört nach Bestellungen {{window}} zu den besten {{value}}" },
  },
  order_count_rank_percent: {
    label: "Rang nach Bestellungen, in Prozent",
    hint: "Wie viel Prozent der Kunden mit Bestellungen mehr bestellt haben: unter 1 sind die besten 1 %",
    sentence: "nach Bestellungen {{window}} liegen {{comparison}} der Kunden davor",
    byOperator: { lt: "gehört nach Bestellungen {{window}} zu den besten {{value}}" },
  },
  rfm_group: {
    label: "RFM-Gruppe",
    hint: "Danach, wie kürzlich, wie oft und für wie viel bestellt wurde, in Fünfteln",
    sentence: "gehört zur Gruppe: {{value}} {{amount}} {{window}}",
    not: "gehört nicht zur Gruppe: {{value}} {{amount}} {{window}}",
  },

  has_open_cart: {
    label: "Hat einen offenen Warenkorb",
    hint: "Einen Warenkorb mit Inhalt, der nicht gekauft wurde",
    sentence: "hat einen offenen Warenkorb",
    not: "hat keinen offenen Warenkorb",
  },
  open_cart_value: {
    label: "Wert eines offenen Warenkorbs",
    hint: "Nach den Preisen des Inhalts, vor Aktionen und Versand",
    sentence: "hat einen offenen Warenkorb im Wert von {{comparison}}",
    not: "hat keinen offenen Warenkorb im Wert von {{comparison}}",
  },
  open_cart_age: {
    label: "Alter eines offenen Warenkorbs",
    hint: "Tage seit seiner letzten Änderung",
    sentence: "hat einen offenen Warenkorb im Alter von {{comparison}}",
    not: "hat keinen offenen Warenkorb im Alter von {{comparison}}",
  },
  open_cart_product: {
    label: "Produkt in einem offenen Warenkorb",
    hint: "Etwas, das im Warenkorb liegt und nicht gekauft wurde",
    sentence: "hat {{value}} in einem offenen Warenkorb",
    not: "hat nicht {{value}} in einem offenen Warenkorb",
    byOperator: { nin: "hat weder {{value}} in einem offenen Warenkorb" },
  },

  member_of_group: {
    label: "In Kundengruppe",
    hint: "Mitglied einer anderen Gruppe, von Hand oder nach Kriterien",
    sentence: "ist in {{value}}",
    not: "ist nicht in {{value}}",
    byOperator: { nin: "ist weder in {{value}}" },
  },

  sample: {
    label: "Zufällige Stichprobe",
    hint: "Ein fester zufälliger Anteil der Kunden; derselbe Name ergibt immer dieselben Leute",
    sentence: "fällt auf {{comparison}} in der Stichprobe {{seed}}",
    byOperator: {
      lt: "gehört zu den {{value}} der Stichprobe {{seed}}",
      gte: "gehört nicht zu den {{value}} der Stichprobe {{seed}}",
    },
  },
}
