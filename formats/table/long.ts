import { Alignment } from "../alignment";
import { mostHeld } from "../limits";
import type { Parts, Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { askSource, unitNamed } from "../signals";
import { cutTiming, studyPart } from "../timing";
import type { SampleRows } from "./ask-samples";
import { isGap, numberIn } from "./cell";
import { continuousParts, type Describe, type Series } from "./continuous";
import { Digital } from "./digital";
import { Doubles, Floats } from "./growing";
import { remarkOnUnused, type Mapped } from "./mapped";
import { askTrialAlignment, perTrialParts, restarts } from "./per-trial";
import { Places, replicateOf, type Place } from "./places";
import type { Row } from "./table";
import { TrialRows } from "./trial-rows";

/** One row per sample, with its time; signals in columns, or named by a column. */

class LongRows {
  readonly series = new Map<string, Map<Place, Series>>();
  readonly digital = new Digital();
  readonly trials: TrialRows;
  readonly order = new Map<Place, Pick<Series, "times" | "trials">>();
  /** Values of the column that names signals, where each of the others has one for each: of lights, of regions. */
  readonly turns = new Set<string>();
  private count = 0;

  constructor(
    private readonly table: Mapped,
    private readonly rows: SampleRows,
  ) {
    this.trials = new TrialRows(table);
  }

  /** The signal of a row's value: its column's, its own, or both where each column takes turns between several. */
  private signalOf({ cells }: Row, name: string): string {
    const { roles } = this.table;
    if (roles.signal === undefined) return name;
    const own = cells[roles.signal].trim().slice(0, 100);
    if (roles.value !== undefined) return own || "signal";
    this.turns.add(own);
    return own ? `${name} ${own}` : name;
  }

  private seriesOf(signal: string, place: Place): Series {
    const places = this.series.get(signal) ?? new Map<Place, Series>();
    this.series.set(signal, places);
    const own = places.get(place) ?? { times: new Doubles(), values: new Floats(), trials: new Doubles() };
    places.set(place, own);
    return own;
  }

  add(place: Place, row: Row): void {
    const { roles, dialect } = this.table;
    const { clock, signals, digital } = this.rows;
    const order = this.order.get(place) ?? { times: new Doubles(), trials: new Doubles() };
    this.order.set(place, order);
    const time = clock(row, order.times.length);
    const trial = roles.trial === undefined ? NaN : this.trials.add(place, row, time);
    order.times.push(time);
    if (roles.trial !== undefined) order.trials.push(trial);
    for (const { name, column } of digital) {
      const value = numberIn(row.cells[column], dialect.decimalComma) ?? NaN;
      this.digital.add(name, place, { time, trial, high: value > 0.5 });
    }
    for (const { name, column } of signals) {
      const value = numberIn(row.cells[column], dialect.decimalComma);
      if (value === undefined)
        throw new Refusal(
          `Row ${row.number}, column ${quoted(name)} holds ${quoted(row.cells[column])} where a number belongs`,
          "correct the cell, leave it empty for a gap, or leave the column out",
        );
      const signal = this.signalOf(row, name);
      const { times, values, trials } = this.seriesOf(signal, place);
      times.push(time);
      values.push(value);
      if (roles.trial !== undefined) trials.push(trial);
      if (++this.count > mostHeld)
        throw new Refusal(
          "The table holds more samples than can be held",
          "save its sessions in several files",
        );
    }
  }

  /** @throws Refusal when a signal has no number at all. */
  check(): void {
    const numberless = [...this.series].filter(([, own]) =>
      [...own.values()].every(({ values }) => values.take().every(Number.isNaN)),
    );
    if (numberless.length > 0)
      throw new Refusal(
        `${listed(numberless.map(([name]) => name))} holds no number in any row, only gaps`,
        "check the export of the signal",
      );
  }
}

export async function* readLong(reading: Reading, table: Mapped, asked: SampleRows): Parts {
  const { notes, file } = reading;
  const places = new Places(table, reading);
  const rows = new LongRows(table, asked);
  for (const row of table.rows()) rows.add(places.of(row), row);
  rows.check();
  if (rows.turns.size > 1)
    notes.remark(
      `Rows take turns between the values of ${quoted(table.columns[table.roles.signal!])}: each is a signal of its own.`,
    );
  remarkOnUnused(
    notes,
    table,
    [...asked.signals, ...asked.digital].map(({ column }) => column),
  );

  yield { kind: "source", format: "table of samples", title: file.name, licence: null, citation: null };
  yield* places.parts();
  yield studyPart(notes, { replicate: replicateOf(table) });
  const describe: Describe = (name) => ({
    ...{ id: name, channel: name },
    ...askSource(notes, { id: name, unit: unitNamed(name) ?? undefined }),
  });
  const aligned = table.roles.trial !== undefined && [...rows.order.values()].some(restarts);
  const trials = rows.trials.trials(notes, aligned);
  if (!aligned) {
    const alignment = new Alignment();
    for (const events of rows.digital.parts(notes, false)) yield alignment.noted(events);
    for (const [place, own] of trials)
      alignment.trials({ subject: place.subject, session: place.index }, own);
    yield* alignment.parts(notes);
    const { samplingRate } = table.roles;
    const stated = table.head.flatMap((cells) => {
      const cell = samplingRate === undefined ? "" : (cells[samplingRate] ?? "");
      return isGap(cell) ? [] : (numberIn(cell, table.dialect.decimalComma) ?? []);
    });
    yield* continuousParts(rows.series, describe, stated[0] > 0 ? stated[0] : null);
    return;
  }
  const named = askTrialAlignment(notes);
  for (const [place, own] of trials)
    yield { kind: "trials", subject: place.subject, session: place.index, trials: own };
  yield* rows.digital.parts(notes, true);
  let timed = false;
  for (const part of perTrialParts(rows.series, describe, named)) {
    yield part;
    if (part.kind === "signals" && !timed) yield cutTiming(notes, part.signals);
    timed = true;
  }
}
