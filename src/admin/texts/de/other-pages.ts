import type { otherPages as english } from "../en/other-pages"

export const otherPages: typeof english = {
  customer: {
    history: {
      action: "Verlauf der Gruppen",
      title: "Verlauf der Gruppen",
      hint: "Welchen Gruppen der Kunde beitrat und welche er verließ, das Neueste zuerst.",
      empty: "Der Kunde ist keiner Gruppe beigetreten und hat keine verlassen.",
      since: "Bekannt seit {{date}}.",
      purgedGroup: "Gelöschte Gruppe",
    },
    showOutside: "Automatische Gruppen ohne diesen Kunden",
    hideOutside: "Automatische Gruppen ohne diesen Kunden ausblenden",
    inAll: "Dieser Kunde ist in jeder automatischen Gruppe.",
    excluded: "Von Hand ausgeschlossen",
    title: "Gruppen",
    empty: "In keiner Gruppe",
    since: "seit {{date}}",
    add: "Zu Gruppen hinzufügen",
    addHint: "Wählen Sie die Gruppen, denen dieser Kunde beitritt.",
    choose: "Gruppen auswählen …",
    noneChosen: "Wählen Sie mindestens eine Gruppe aus.",
    added_one: "Der Kunde wurde zu {{count, number}} Gruppe hinzugefügt.",
    added_other: "Der Kunde wurde zu {{count, number}} Gruppen hinzugefügt.",
    removeTitle: "Aus „{{name}}“ entfernen?",
    removeHint: "Der Kunde verlässt die Gruppe und damit ihre Preise und Werbeaktionen.",
    removed: "Der Kunde wurde aus „{{name}}“ entfernt.",
    removeFrom: "Aus {{name}} entfernen",
    noMoreGroups: "Keine weitere Gruppe gefunden",
  },

  conditions: {
    title: "Kundengruppen",
    priceList: { in: "Für Kunden in mindestens einer dieser Gruppen", notIn: "Für alle in keiner dieser Gruppen" },
    rules: { in: "Für Kunden in mindestens einer dieser Gruppen", notIn: "Für alle in keiner dieser Gruppen" },
    target_rules: {
      in: "Wirkt auf Artikel nur für Kunden in mindestens einer dieser Gruppen",
      notIn: "Wirkt auf Artikel nur für alle in keiner dieser Gruppen",
    },
    buy_rules: {
      in: "Zählt, was Kunden in mindestens einer dieser Gruppen kaufen",
      notIn: "Zählt, was alle in keiner dieser Gruppen kaufen",
    },
    reach_one: "Erreicht {{count, number}} Kunden",
    reach_other: "Erreicht {{count, number}} Kunden",
    spares_one: "Lässt {{count, number}} Kunden aus",
    spares_other: "Lässt {{count, number}} Kunden aus",
    eachOnce: "jeder einmal gezählt",
    missing_one: "{{count, number}} Gruppe der Bedingung gibt es nicht mehr",
    missing_other: "{{count, number}} Gruppen der Bedingung gibt es nicht mehr",
  },
}
