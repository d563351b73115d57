import path from "node:path";
import type { Parts, Reading } from "../reader";
import { Refusal } from "../refusal";
import { numberIn } from "./cell";
import { Clock } from "./clock";
import { emptyTrial, type Series } from "./continuous";
import { Doubles, Floats } from "./growing";
import { meaningOf } from "../meaning";
import { restarts } from "./per-trial";
import { Places, type Place } from "./places";
import type { Row, Table } from "./table";
import { trialNumber } from "./trial";

/** One row per event: its time, what it is, perhaps a value and a duration. */

interface Events extends Series {
  readonly durations: Doubles;
  readonly numbers: Doubles;
}

const mostTypes = 1000;
const allGaps = (numbers: Float64Array) => numbers.every((value) => Number.isNaN(value));

export async function* readEvents(reading: Reading, table: Table): Parts {
  const { roles, dialect } = table;
  const places = new Places(table, reading);
  const clock = new Clock(table, roles.time!, reading, false);
  const number = (row: Row, column: number | undefined) =>
    column === undefined ? NaN : (numberIn(row.cells[column], dialect.decimalComma) ?? NaN);
  const alone = path.parse(reading.file.name).name || "event";
  const events = new Map<Place, Map<string, Events>>();
  const order = new Map<Place, Series>();
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
    const [time, trial] = [clock.of(row), trialNumber(table, row) ?? NaN];
    for (const { times, trials } of [own.get(type)!, all]) {
      times.push(time);
      trials.push(trial);
    }
    own.get(type)!.numbers.push(number(row, roles.value));
    own.get(type)!.durations.push(number(row, roles.duration));
  }
  const aligned = roles.trial !== undefined && [...order.values()].some(restarts);

  yield { kind: "source", format: "event log", title: reading.file.name, licence: null, citation: null };
  yield* places.parts();
  for (const [place, own] of events) {
    const where = { subject: place.subject, session: place.index };
    const met = new Set([...order.get(place)!.trials.take()].filter((trial) => !Number.isNaN(trial)));
    if (met.size > 0)
      yield { kind: "trials", ...where, trials: [...met].map((index) => ({ ...emptyTrial, index })) };
    for (const [type, { times, trials, numbers, durations }] of own) {
      const [values, lengths] = [numbers.take(), durations.take()];
      const numbered = [...trials.take()];
      if (aligned && numbered.some(Number.isNaN))
        throw new Refusal(`An event of type "${type}" has no trial number`, "give every row a trial number");
      yield {
        ...{ kind: "events", ...where, type, meaning: meaningOf(reading.notes, type) },
        ...{ trials: aligned ? numbered : null, times: times.take() },
        values: allGaps(values) ? null : values,
        durations: allGaps(lengths) ? null : lengths,
      };
    }
  }
  if (aligned)
    reading.notes.remark("Time begins anew with each trial: events are timed from an event of their trial.");
}
