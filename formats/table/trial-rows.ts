import type { RecordedTrial } from "@/contracts/recording";
import type { Notes } from "../reader";
import type { Mapped } from "./mapped";
import type { Place } from "./places";
import type { Row } from "./table";
import { meaningsOf, trialIn, trialNumber, trialOf, type WrittenTrial } from "./trial";

/** The trials of a table that has several rows for each: the first row of a trial says what it is. */
export class TrialRows {
  private readonly met = new Map<Place, Map<number, WrittenTrial>>();

  constructor(private readonly table: Mapped) {}

  /** @returns the row's trial, NaN where it belongs to none. `time` is that of the row, where trials share a clock. */
  add(place: Place, row: Row, time: number): number {
    const index = trialNumber(this.table, row);
    if (index === null) return NaN;
    const own = this.met.get(place) ?? new Map<number, WrittenTrial>();
    this.met.set(place, own);
    if (!own.has(index)) {
      const trial = trialIn(this.table, row, index);
      own.set(index, { ...trial, start: trial.start ?? time });
    }
    return index;
  }

  /** `aligned` trials have clocks of their own, on which none has a start. */
  trials(notes: Notes, aligned: boolean): Map<Place, RecordedTrial[]> {
    const all = [...this.met.values()].flatMap((own) => [...own.values()]);
    const meanings = meaningsOf(notes, this.table, all);
    const started = this.table.roles.start !== undefined;
    return new Map(
      [...this.met].map(([place, own]) => [
        place,
        [...own.values()].map((trial) => ({
          ...trialOf(meanings, trial),
          ...(aligned && !started ? { start: null } : {}),
        })),
      ]),
    );
  }
}
