/** What happened to one customer in one operation; a membership is known by the operation that made its row. */
interface Event {
  operation: string
  before: string | null
  after: string | null
  /** What it has undone, if it is an undo. */
  of?: Event
}

/**
 * Who is in a group after changes and undos in any order, said plainly: each customer has a list of events, and undoing one
 * of them is left out if something has been done or undone since that was not taken back since, too. Written without the
 * plugin's SQL.
 */
export class HistoryModel {
  readonly members = new Map<string, string>()
  private readonly events = new Map<string, Event[]>()

  change(operation: string, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): void {
    for (const id of add) if (!this.members.has(id)) this.move(id, { operation, before: null, after: operation })
    for (const id of remove) {
      const before = this.members.get(id)
      if (before) this.move(id, { operation, before, after: null })
    }
  }

  /** Answers how many are taken back, and how many have been moved since. */
  undo(operation: string, undone: string): { taken_back: number; changed_since: number } {
    const counts = { taken_back: 0, changed_since: 0 }
    for (const [id, events] of this.events) {
      const index = events.findIndex((event) => event.operation === undone)
      const event = events[index]
      if (!event) continue
      if (isAnythingLeftOf(events.slice(index + 1))) counts.changed_since += 1
      else {
        counts.taken_back += 1
        this.move(id, { operation, before: event.after, after: event.before, of: event })
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

/** Whether any change has been made more often than undone, or the other way round. */
const isAnythingLeftOf = (events: Event[]): boolean => {
  const balance = new Map<Event, number>()
  for (const event of events) {
    const { change, sign } = changeOf(event)
    balance.set(change, (balance.get(change) ?? 0) + sign)
  }
  return [...balance.values()].some((sum) => sum !== 0)
}

/** The change that an event makes (1), be it again, or takes back (-1). */
const changeOf = (event: Event): { change: Event; sign: number } => {
  if (!event.of) return { change: event, sign: 1 }
  const { change, sign } = changeOf(event.of)
  return { change, sign: -sign }
}
