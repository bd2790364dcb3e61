/** What happened to one customer in one operation; a membership is known by the operation that made its row. */
interface Event {
  operation: string
  before: string | null
  after: string | null
  /** Whether it stands: not undone, or undone and done again. */
  stands: boolean
  /** What it has undone, if it is an undo. */
  of?: Event
}

/**
 * Who is in a group after changes and undos in any order, said plainly: each customer has a list of events, and undoing one
 * of them is left out if a later one stands, or if it is not from where it has put the customer: an earlier one may have been
 * undone or done again since. Written without the plugin's SQL, which adds up chains instead.
 */
export class HistoryModel {
  readonly members = new Map<string, string>()
  private readonly events = new Map<string, Event[]>()

  change(operation: string, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): void {
    for (const id of add)
      if (!this.members.has(id)) this.move(id, { operation, before: null, after: operation, stands: true })
    for (const id of remove) {
      const before = this.members.get(id)
      if (before) this.move(id, { operation, before, after: null, stands: true })
    }
  }

  /** Answers how many are taken back, and how many have been moved since. */
  undo(operation: string, undone: string): { taken_back: number; changed_since: number } {
    const counts = { taken_back: 0, changed_since: 0 }
    for (const [id, events] of this.events) {
      const index = events.findIndex((event) => event.operation === undone)
      const event = events[index]
      if (!event) continue
      const isElsewhere = (this.members.get(id) ?? null) !== event.after
      if (isElsewhere || events.slice(index + 1).some(({ stands }) => stands)) counts.changed_since += 1
      else {
        counts.taken_back += 1
        letStand(event, false)
        this.move(id, { operation, before: event.after, after: event.before, stands: false, of: event })
      }
    }
    return counts
  }

  private move(id: string, event: Event): void {
    this.events.set(id, [...(this.events.get(id) ?? []), event])
    if (event.after) this.members.set(id, event.after)
    else this.members.delete(id)
  }
}

const letStand = (event: Event, stands: boolean): void => {
  if (event.of) letStand(event.of, !stands)
  else event.stands = stands
}
