export interface TrialEvent {
  /** ms from trial start. */
  at: number;
  label: string;
}

/** What happens on a trial of this type: no cue on uncued trials, and a reward that stays away on omissions. */
export function eventsOf(type: string, events: readonly TrialEvent[]): TrialEvent[] {
  return events
    .filter(({ label }) => !(type === "uncued" && label === "cue"))
    .map((event) =>
      type === "omission" && event.label === "reward" ? { ...event, label: "no reward" } : event,
    );
}

/** How a unit stands on an axis; "1" is a pure number. */
export const unitWords = (unit: string) => (unit === "1" ? "no unit" : unit);
