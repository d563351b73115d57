import path from "node:path";
import type { RecordedSignal, RecordedTrial } from "@/contracts/recording";
import { mostHeld } from "../limits";
import { alignments, inNumberOrNull, inText, units } from "../inputs";
import type { Parts, Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { isInfinite, numberIn } from "./cell";
import { Doubles, Floats } from "./growing";
import { Places, type Place } from "./places";
import { sampleColumns, type SampleColumns } from "./roles";
import type { Row, Table } from "./table";
import { trialIn, trialNumber, trialRoles } from "./trial";

/** One row per trial: samples side by side, and other numbers as measures. */

function signalOf({ file, notes }: Reading, { name, count, times }: SampleColumns): RecordedSignal {
  const about = (what: string) => ({ field: `signals.${name}.${what}`, about: "signals", id: name }) as const;
  const of = `The ${count} samples of ${quoted(name)}`;
  // "…_lick_aligned.csv" says it; nothing else in such a file does
  const named = /([a-z]+)[ _-]?aligned/i.exec(path.parse(file.name).name)?.[1].toLowerCase();
  return {
    ...{ id: name, region: "", sensor: "", channel: name, samplesPerTrial: count, processing: "" },
    unit: notes.ask({
      ...{ ...about("unit"), guess: "a.u.", input: inText(...units) },
      question: `${of} have no unit: is it dF/F, z-score, volts?`,
    }),
    samplingRateHz: times
      ? 1 / times.step
      : notes.ask<number | null>({
          ...{ ...about("samplingRateHz"), guess: null, input: inNumberOrNull("Hz", 0), cannotBeKnown: true },
          question: `${of} have no time: how many of them are a second?`,
        }),
    t0Seconds: times
      ? times.first
      : notes.ask<number | null>({
          ...{ ...about("t0Seconds"), guess: null, input: inNumberOrNull("s"), cannotBeKnown: true },
          question: `${of}: at which second from the event is the first?`,
        }),
    alignment: notes.ask({
      ...{ ...about("alignment"), guess: named ?? "event", input: inText(...alignments) },
      ...{ question: `${of}: which event are they aligned to?`, cannotBeKnown: true },
    }),
  };
}

interface Session {
  readonly trials: RecordedTrial[];
  /** The row that each trial's number was first met in. */
  readonly rows: Map<number, number>;
  readonly samples: Floats[];
  readonly values: Doubles[];
}

class WideRows {
  readonly sessions = new Map<Place, Session>();
  /** Of each measure's column, a cell that is no number. */
  readonly texts: (string | null)[];
  readonly finite: boolean[];
  /** Cells kept as gaps, by signal and by measure, and those of them that the file has as infinite. */
  readonly gaps: Record<"signals" | "measures", { empty: number; infinite: number }[]>;
  private numbers = 0;

  constructor(
    private readonly table: Table,
    private readonly signals: readonly SampleColumns[],
    private readonly measures: readonly number[],
  ) {
    this.texts = measures.map(() => null);
    this.finite = signals.map(() => false);
    const none = () => ({ empty: 0, infinite: 0 });
    this.gaps = { signals: signals.map(none), measures: measures.map(none) };
  }

  private noteGap(of: "signals" | "measures", at: number, cell: string): void {
    this.gaps[of][at][isInfinite(cell) ? "infinite" : "empty"]++;
  }

  private session(place: Place): Session {
    let session = this.sessions.get(place);
    if (!session) {
      const samples = this.signals.map(() => new Floats());
      session = { trials: [], rows: new Map(), samples, values: this.measures.map(() => new Doubles()) };
      this.sessions.set(place, session);
    }
    return session;
  }

  add(place: Place, row: Row): void {
    const { table, signals, measures } = this;
    const session = this.session(place);
    const index = trialNumber(table, row) ?? session.trials.length + 1;
    const before = session.rows.get(index);
    if (before !== undefined)
      throw new Refusal(
        `Trial ${index} of subject ${quoted(place.subject)}, session ${quoted(place.session)} is in rows ${before} and ${row.number}`,
        "give each trial of a session a number of its own",
      );
    session.rows.set(index, row.number);
    session.trials.push(trialIn(table, row, index));
    for (const [at, { from, count }] of signals.entries())
      for (let column = from; column < from + count; column++) {
        const value = numberIn(row.cells[column], table.dialect.decimalComma);
        if (value === undefined)
          throw new Refusal(
            `Row ${row.number}, column ${quoted(table.columns[column])} holds ${quoted(row.cells[column])} where a number belongs`,
            "correct the cell, or leave it empty for a gap",
          );
        if (Number.isNaN(value)) this.noteGap("signals", at, row.cells[column]);
        else this.finite[at] = true;
        session.samples[at].push(value);
        this.numbers++;
      }
    if (this.numbers > 2 * mostHeld)
      throw new Refusal("The table holds more numbers than can be held", "save it in several files");
    for (const [at, column] of measures.entries()) {
      const value = numberIn(row.cells[column], table.dialect.decimalComma);
      if (value === undefined) this.texts[at] ??= row.cells[column];
      else if (Number.isNaN(value)) this.noteGap("measures", at, row.cells[column]);
      session.values[at].push(value ?? NaN);
    }
  }
}

const of = (count: number, what: string, name: string) =>
  `${count} ${what}${count === 1 ? "" : "s"} of ${name} ${count === 1 ? "is" : "are"}`;

/** What was lost: gaps are no news in a signal or a measure, until they are counted. */
function remarkOnGaps(
  { notes }: Reading,
  what: string,
  name: string,
  gaps: { empty: number; infinite: number },
) {
  if (gaps.empty > 0)
    notes.remark(`${of(gaps.empty, what, name)} empty or not a number in the file: kept as gaps.`);
  if (gaps.infinite > 0) notes.remark(`${of(gaps.infinite, what, name)} infinite in the file: kept as gaps.`);
}

export async function* readWide(reading: Reading, table: Table, runs = sampleColumns(table.columns)): Parts {
  const sampled = new Set(
    runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => from + at)),
  );
  const taken = new Set(trialRoles.map((role) => table.roles[role]));
  const others = table.columns.map((_, at) => at).filter((at) => !sampled.has(at) && !taken.has(at));
  const places = new Places(table, reading);
  const rows = new WideRows(table, runs, others);
  for (const row of table.rows()) rows.add(places.of(row), row);
  const empty = runs.filter((_, at) => !rows.finite[at]);
  if (empty.length > 0)
    throw new Refusal(
      `${listed(empty.map(({ name }) => name))} holds no number in any row, only gaps`,
      "check the export of the signal",
    );

  yield {
    kind: "source",
    format: "table of trials",
    title: reading.file.name,
    licence: null,
    citation: null,
  };
  yield* places.parts();
  const signals = runs.map((run) => signalOf(reading, run));
  if (signals.length > 0) yield { kind: "signals", signals };
  const names = others.map((column) => table.columns[column] || `column ${column + 1}`);
  const measured = names.flatMap((id, at) => (rows.texts[at] === null ? [{ id, at }] : []));
  const left = names.filter((_, at) => rows.texts[at] !== null);
  for (const [at, { id }] of signals.entries()) remarkOnGaps(reading, "sample", id, rows.gaps.signals[at]);
  for (const { id, at } of measured) remarkOnGaps(reading, "value", id, rows.gaps.measures[at]);
  if (left.length > 0) reading.notes.remark(`Columns of text were left out: ${listed(left)}.`);
  if (measured.length > 0)
    yield {
      kind: "measures",
      measures: measured.map(({ id }) => ({ id, unit: "as in the file", window: null, processing: "" })),
    };
  for (const [place, { trials, samples, values }] of rows.sessions) {
    const where = { subject: place.subject, session: place.index };
    const indexes = trials.map(({ index }) => index);
    yield { kind: "trials", ...where, trials };
    for (const [at, { id }] of signals.entries())
      yield {
        ...{ kind: "samples", ...where, signal: id, trials: indexes, first: 0 },
        ...{ samples: samples[at].take(), timestamps: null },
      };
    for (const { id, at } of measured)
      yield { kind: "values", ...where, measure: id, trials: indexes, values: values[at].take() };
  }
}
