import type { list as english } from "../en/list"

export const list: typeof english = {
  list: {
    empty: "Noch keine Kundengruppen",
    emptyHint: "Eine Gruppe fasst Kunden zusammen, damit Preise und Werbeaktionen für sie gemacht werden können.",
    evaluated: "„{{name}}“ wurde ausgewertet: {{joined, number}} dazu, {{left, number}} hinaus.",
    evaluating: "„{{name}}“ wird ausgewertet.",
    growth: "{{joined, number}} beigetreten und {{left, number}} ausgetreten in den letzten 30 Tagen",
    usage_one: "Verwendet in {{count, number}} Preisliste, Preis oder Werbeaktion",
    usage_other: "Verwendet in {{count, number}} Preislisten, Preisen und Werbeaktionen",
  },

  firstGroup: {
    hand: { title: "Kunden von Hand wählen", hint: "Sie wählen aus, wer dabei ist, und sonst niemand." },
    criteria: { title: "Nach Kriterien", hint: "Wer sie erfüllt, ist dabei, von da an von selbst." },
    template: { title: "Aus einer Vorlage", hint: "Kriterien, mit denen viele Shops beginnen." },
    templatesHint: "Mit der Zahl der Kunden dieses Shops, die jede heute hätte.",
  },

  criteriaStatus: {
    active: { label: "Aktuell" },
    held: {
      label: "Wartet auf Sie",
      hint: "Eine Auswertung würde viele Kunden bewegen. Öffnen Sie die Gruppe, um sie anzuwenden oder zu verwerfen.",
    },
    failed: {
      label: "Fehlgeschlagen",
      hint: "Die letzte Auswertung ist fehlgeschlagen. In der Gruppe steht, warum; dort oder hier lässt sie sich wiederholen.",
    },
    paused: {
      label: "Angehalten",
      hint: "Nach den Kriterien kommt und geht niemand. Öffnen Sie die Gruppe, um sie fortzusetzen.",
    },
    running: {
      label: "Wird ausgewertet",
      hint: "Kunden kommen und gehen, sobald es fertig ist. Es ist nichts zu tun.",
    },
    statistics_building: {
      label: "Wartet auf Zahlen",
      hint: "Was Kunden bestellt haben, wird noch gezählt. Danach wird die Gruppe von selbst ausgewertet.",
    },
  },
}
