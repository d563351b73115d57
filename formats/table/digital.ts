import type { RecordingPart } from "@/contracts/recording";
import { meaningOf } from "../meaning";
import type { Notes } from "../reader";
import { Doubles } from "./growing";
import type { Place } from "./places";

interface Line {
  readonly times: Doubles;
  readonly ends: Doubles;
  readonly trials: Doubles;
  high: boolean;
  trial: number;
}

/** Columns that are 0 and, while an event lasts, 1: each rise is an event, its duration the time until the fall. */
export class Digital {
  private readonly lines = new Map<string, Map<Place, Line>>();

  add(
    name: string,
    place: Place,
    { time, trial, high }: { time: number; trial: number; high: boolean },
  ): void {
    const places = this.lines.get(name) ?? new Map<Place, Line>();
    this.lines.set(name, places);
    let line = places.get(place);
    if (!line) {
      line = { times: new Doubles(), ends: new Doubles(), trials: new Doubles(), high: false, trial };
      places.set(place, line);
    }
    const anew = line.high && trial !== line.trial && !Number.isNaN(trial);
    if (line.high && (!high || anew)) line.ends.push(anew ? NaN : time);
    if (high && (!line.high || anew)) {
      line.times.push(time);
      line.trials.push(trial);
    }
    line.high = high;
    line.trial = trial;
  }

  *parts(notes: Notes, aligned: boolean): Generator<Extract<RecordingPart, { kind: "events" }>> {
    for (const [type, places] of this.lines) {
      const meaning = meaningOf(notes, type);
      for (const [place, { times, ends, trials }] of places) {
        if (times.length === 0) continue;
        const own = times.take();
        yield {
          ...{ kind: "events", subject: place.subject, session: place.index, type, meaning },
          ...{ trials: aligned ? [...trials.take()] : null, times: own, values: null },
          durations: own.map((time, at) => (at < ends.length ? ends.at(at) - time : NaN)),
        };
      }
    }
  }
}
