import path from "node:path";
import { Alignment } from "../alignment";
import { inItems, inNumber } from "../inputs";
import { mostHeld } from "../limits";
import { meaningNamed } from "../meaning";
import type { Parts, Reading } from "../reader";
import { NeedsMapping, Refusal, listed, quoted } from "../refusal";
import { askSource, unitNamed } from "../signals";
import { cutTiming, studyPart } from "../timing";
import { isGap, numberIn } from "./cell";
import { askClock } from "./clock";
import { continuousParts, type Describe, type Series } from "./continuous";
import { Digital } from "./digital";
import { Doubles, Floats } from "./growing";
import { freeNumbers, isGuppy, remarkOnUnused, type Mapped } from "./mapped";
import { askTrialAlignment, perTrialParts, restarts } from "./per-trial";
import { Places, replicateOf, type Place } from "./places";
import type { Row } from "./table";
import { TrialRows } from "./trial-rows";

/** One row per sample, with its time; signals in columns, or named by a column. */

interface Column {
  readonly name: string;
  readonly column: number;
}
export interface SampleRows {
  readonly signals: readonly Column[];
  /** Columns of 0 and 1 that mark events. */
  readonly digital: readonly Column[];
  /** The time of the row, in seconds; `count` is its position in its session. */
  readonly clock: (row: Row, count: number) => number;
}

const digitalNamed = (name: string) =>
  meaningNamed(name) !== null || /digital|ttl|^d(in|io?)_?\d/i.test(name);

function isBinary({ head, dialect }: Mapped, column: number): boolean {
  const numbers = head.flatMap((cells) => numberIn(cells[column] ?? "", dialect.decimalComma) ?? NaN);
  return numbers.every((number) => number === 0 || number === 1 || Number.isNaN(number));
}

function clockOf(reading: Reading, table: Mapped): SampleRows["clock"] {
  const { notes } = reading;
  const { time } = table.roles;
  if (time !== undefined)
    return askClock(notes, table, time, { sampled: true, known: isGuppy(table) ? "s" : null });
  const rate = notes.offer({
    ...({ field: "time.samplingRateHz", about: "timing", guess: 100, cannotBeKnown: true } as const),
    question: "No column is the time: how many rows are a second?",
    input: inNumber("Hz", 0),
  });
  if (rate === null)
    notes.need(
      `The table's columns are ${listed(table.columns, 24)}: say which is the time, or how many rows are a second.`,
    );
  return (_, count) => count / (rate ?? NaN);
}

export function askSamples(reading: Reading, table: Mapped): SampleRows {
  const { notes, file } = reading;
  const { columns, roles, options } = table;
  const free = freeNumbers(table, roles);
  const at = (name: string): Column => ({ name, column: columns.indexOf(name) });
  const byName = roles.signal !== undefined && roles.value !== undefined;
  const marks = byName ? [] : free.filter((name) => digitalNamed(name) && isBinary(table, at(name).column));
  const digital = byName
    ? []
    : notes.tell({
        ...({ field: "table.digital", about: "events", guess: marks, input: inItems(options) } as const),
        question: "Which columns are 1 while an event lasts, and 0 else?",
      });
  const chosen = byName
    ? [columns[roles.value]]
    : notes.tell({
        ...({ field: "table.signals", about: "signals", input: inItems(options) } as const),
        guess: free.filter((name) => !marks.includes(name)),
        question: "Which columns are signals?",
      });
  const signals = chosen.filter((name) => !digital.includes(name)).map(at);
  const clock = clockOf(reading, table);
  if (signals.length + digital.length === 0)
    throw new NeedsMapping(`The table's columns are ${listed(columns, 24)}: say which of them are signals.`);
  // GuPPy calls its column "data" and its file by the signal
  const named = isGuppy(table) && signals.length === 1 ? path.parse(file.name).name.slice(0, 190) : "";
  return { clock, digital: digital.map(at), signals: named ? [{ ...signals[0], name: named }] : signals };
}

class LongRows {
  readonly series = new Map<string, Map<Place, Series>>();
  readonly digital = new Digital();
  readonly trials: TrialRows;
  readonly order = new Map<Place, Pick<Series, "times" | "trials">>();
  private count = 0;

  constructor(
    private readonly table: Mapped,
    private readonly rows: SampleRows,
  ) {
    this.trials = new TrialRows(table);
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
      const signal =
        roles.signal === undefined || roles.value === undefined
          ? name
          : row.cells[roles.signal].trim().slice(0, 100) || "signal";
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
