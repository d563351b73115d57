import path from "node:path";
import { Alignment } from "../alignment";
import { meaningOf } from "../meaning";
import type { Parts, Reading } from "../reader";
import { NeedsMapping, Refusal, listed, quoted } from "../refusal";
import { studyPart, timingPart } from "../timing";
import { numberIn } from "./cell";
import { askClock, askClockUnit, clockUnitNamed, type Clock } from "./clock";
import type { Series } from "./continuous";
import { Doubles, Floats } from "./growing";
import type { Mapped } from "./mapped";
import { askTrialAlignment, restarts } from "./per-trial";
import { Places, replicateOf, type Place } from "./places";
import type { Row } from "./table";
import { TrialRows } from "./trial-rows";

/** One row per event: its time, what it is, perhaps a value and a duration. */

interface Events extends Series {
  readonly durations: Doubles;
  readonly numbers: Doubles;
}

const mostTypes = 1000;
const allGaps = (numbers: Float64Array) => numbers.every((value) => Number.isNaN(value));

export interface EventRows {
  readonly clock: Clock;
  /** A written duration in seconds. */
  readonly lasting: (duration: number) => number;
}

/** @throws NeedsMapping when no column is the time. */
export function askEvents({ notes }: Reading, table: Mapped): EventRows {
  const { columns } = table;
  const { time, duration } = table.roles;
  if (time === undefined)
    throw new NeedsMapping(
      `The table's columns are ${listed(table.columns, 24)}: say which is the time of an event.`,
    );
  const clock = askClock(notes, table, time, { sampled: false });
  if (duration === undefined) return { clock, lasting: (length) => length };
  const seconds = askClockUnit(notes, `the durations in column ${quoted(columns[duration])}`, {
    ...{ said: clockUnitNamed(columns[duration]), guess: clockUnitNamed(columns[time]) ?? "s" },
    field: "events.duration",
  });
  return { clock, lasting: (length) => seconds(length) - seconds(0) };
}

export async function* readEvents(reading: Reading, table: Mapped, { clock, lasting }: EventRows): Parts {
  const { roles, dialect } = table;
  const { notes } = reading;
  const places = new Places(table, reading);
  const number = (row: Row, column: number | undefined) =>
    column === undefined ? NaN : (numberIn(row.cells[column], dialect.decimalComma) ?? NaN);
  const alone = path.parse(reading.file.name).name.slice(0, 200) || "event";
  const events = new Map<Place, Map<string, Events>>();
  const order = new Map<Place, Series>();
  const trialRows = new TrialRows(table);
  for (const row of table.rows()) {
    const place = places.of(row);
    const type =
      (roles.event === undefined ? alone : row.cells[roles.event].trim().slice(0, 200)) || "unnamed";
    const own = events.get(place) ?? new Map<string, Events>();
    events.set(place, own);
    const fresh = () => ({ times: new Doubles(), values: new Floats(), trials: new Doubles() });
    if (!own.has(type)) own.set(type, { ...fresh(), durations: new Doubles(), numbers: new Doubles() });
    if (own.size > mostTypes)
      throw new Refusal(
        `The table has more than ${mostTypes} types of event`,
        "check which column names the event",
      );
    const all = order.get(place) ?? fresh();
    order.set(place, all);
    const time = clock(row);
    const trial = roles.trial === undefined ? NaN : trialRows.add(place, row, time);
    for (const { times, trials } of [own.get(type)!, all]) {
      times.push(time);
      trials.push(trial);
    }
    own.get(type)!.numbers.push(number(row, roles.value));
    own.get(type)!.durations.push(lasting(number(row, roles.duration)));
  }
  const aligned = roles.trial !== undefined && [...order.values()].some(restarts);

  yield { kind: "source", format: "event log", title: reading.file.name, licence: null, citation: null };
  yield* places.parts();
  yield studyPart(notes, { replicate: replicateOf(table) });
  const alignment = new Alignment();
  const trials = trialRows.trials(notes, aligned);
  for (const [place, own] of trials) {
    const where = { subject: place.subject, session: place.index };
    if (aligned) yield { kind: "trials", ...where, trials: own };
    else alignment.trials(where, own);
  }
  for (const [place, own] of events) {
    const where = { subject: place.subject, session: place.index };
    for (const [type, { times, trials: own_, numbers, durations }] of own) {
      const [values, lengths] = [numbers.take(), durations.take()];
      const numbered = [...own_.take()];
      if (aligned && numbered.some(Number.isNaN))
        throw new Refusal(`An event of type "${type}" has no trial number`, "give every row a trial number");
      yield alignment.noted({
        ...{ kind: "events", ...where, type, meaning: meaningOf(notes, type) },
        ...{ trials: aligned ? numbered : null, times: times.take() },
        values: allGaps(values) ? null : values,
        durations: allGaps(lengths) ? null : lengths,
      });
    }
  }
  if (!aligned) return yield* alignment.parts(notes);
  notes.remark("Time begins anew with each trial: events are timed from an event of their trial.");
  yield timingPart(notes, {
    ...{ alignment: askTrialAlignment(notes), cueSeconds: null, rewardSeconds: null },
    ...{ cueDurationSeconds: null, baseline: null, cut: null },
  });
}
