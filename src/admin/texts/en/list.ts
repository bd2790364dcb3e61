/** The list of groups. */
export const list = {
  list: {
    empty: "No customer groups yet",
    emptyHint: "A group brings customers together, so that prices and promotions can be made for them.",
    evaluated: "“{{name}}” was evaluated: {{joined, number}} joined, {{left, number}} left.",
    evaluating: "“{{name}}” is being evaluated.",
    growth: "{{joined, number}} joined and {{left, number}} left in the last 30 days",
    usage_one: "Used in {{count, number}} price list, price or promotion",
    usage_other: "Used in {{count, number}} price lists, prices and promotions",
  },

  firstGroup: {
    hand: { title: "Pick customers by hand", hint: "You choose who is in, and nobody else." },
    criteria: { title: "By criteria", hint: "Whoever matches is in, from then on by itself." },
    template: { title: "From a template", hint: "Criteria that many shops use, to begin with." },
    templatesHint: "With how many customers of this store each would hold today.",
  },

  criteriaStatus: {
    active: { label: "Up to date" },
    held: {
      label: "Held",
      hint: "An evaluation would move many customers and waits for you. Open the group to apply or discard it.",
    },
    failed: { label: "Failed", hint: "The last evaluation failed. Open the group to see why, or evaluate it again." },
    paused: { label: "Paused", hint: "Nobody joins or leaves by the criteria. Open the group to resume it." },
    running: { label: "Evaluating", hint: "Customers join and leave as soon as it is done. There is nothing to do." },
    statistics_building: {
      label: "Waiting",
      hint: "What customers have ordered is being counted. The group is evaluated after that by itself.",
    },
  },
}
