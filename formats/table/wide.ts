import { mostHeld } from "../limits";
import type { Notes, Parts, Reading } from "../reader";
import { NeedsMapping, Refusal, listed, quoted } from "../refusal";
import { askMeasureUnit } from "../signals";
import { cutTiming, studyPart } from "../timing";
import type { TrialColumns } from "./ask-trials";
import { isInfinite, numberIn } from "./cell";
import { numericColumns } from "./contents";
import { Doubles, Floats } from "./growing";
import { remarkOnUnused, type Mapped } from "./mapped";
import { Places, replicateOf, type Place } from "./places";
import type { SampleColumns } from "./sample-columns";
import type { Row } from "./table";
import { meaningsOf, trialIn, trialNumber, trialOf, type WrittenTrial } from "./trial";

/** One row per trial: samples side by side, and other numbers as measures. */

interface Session {
  readonly trials: WrittenTrial[];
  /** The row that each trial's number was first met in. */
  readonly rows: Map<number, number>;
  readonly samples: Floats[];
  readonly values: Doubles[];
}

interface Gaps {
  empty: number;
  infinite: number;
}

class WideRows {
  readonly sessions = new Map<Place, Session>();
  /** Of each measure's column, a cell that is no number. */
  readonly texts: (string | null)[];
  readonly finite: boolean[];
  /** Cells kept as gaps, by signal and by measure, and those of them that the file has as infinite. */
  readonly gaps: Record<"signals" | "measures", Gaps[]>;
  private numbers = 0;

  constructor(
    private readonly table: Mapped,
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

  /** Whether a column of words is left that could tell trials of one number apart. */
  private mayNameOthers(): boolean {
    const { columns, roles } = this.table;
    const numeric = numericColumns(this.table);
    const used = new Set(Object.values(roles));
    return (
      (roles.subject === undefined || roles.session === undefined) &&
      columns.some((_, at) => !numeric[at] && !used.has(at))
    );
  }

  add(place: Place, row: Row): void {
    const { table, signals, measures } = this;
    const session = this.session(place);
    const index = trialNumber(table, row) ?? session.trials.length + 1;
    const before = session.rows.get(index);
    if (before !== undefined && this.mayNameOthers())
      throw new NeedsMapping(
        `Trial ${index} is in rows ${before} and ${row.number}: say which column names the subject or the session, or that a row is no trial.`,
      );
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
function remarkOnGaps(notes: Notes, what: string, name: string, gaps: Gaps): void {
  if (gaps.empty > 0)
    notes.remark(`${of(gaps.empty, what, name)} empty or not a number in the file: kept as gaps.`);
  if (gaps.infinite > 0) notes.remark(`${of(gaps.infinite, what, name)} infinite in the file: kept as gaps.`);
}

export async function* readWide(reading: Reading, table: Mapped, asked: TrialColumns): Parts {
  const { runs, signals, measures } = asked;
  const { notes } = reading;
  const places = new Places(table, reading);
  const rows = new WideRows(
    table,
    runs,
    measures.map((name) => table.columns.indexOf(name)),
  );
  for (const row of table.rows()) rows.add(places.of(row), row);
  const empty = runs.filter((_, at) => !rows.finite[at]);
  if (empty.length > 0)
    throw new Refusal(
      `${listed(empty.map(({ name }) => name))} holds no number in any row, only gaps`,
      "check the export of the signal",
    );

  yield {
    ...{ kind: "source", format: "table of trials", title: reading.file.name },
    ...{ licence: null, citation: null },
  };
  yield* places.parts();
  yield studyPart(notes, { replicate: replicateOf(table) });
  if (signals.length > 0) {
    yield { kind: "signals", signals: [...signals] };
    yield cutTiming(notes, signals);
  }
  const measured = measures.flatMap((id, at) => (rows.texts[at] === null ? [{ id, at }] : []));
  remarkOnUnused(notes, table, [
    ...runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => from + at)),
    ...measured.map(({ id }) => table.columns.indexOf(id)),
  ]);
  for (const [at, { id }] of signals.entries()) remarkOnGaps(notes, "sample", id, rows.gaps.signals[at]);
  for (const { id, at } of measured) remarkOnGaps(notes, "value", id, rows.gaps.measures[at]);
  if (measured.length > 0)
    yield {
      kind: "measures",
      measures: measured.map(({ id }) => ({
        ...{ id, unit: askMeasureUnit(notes, id), window: null, processing: "" },
      })),
    };
  const meanings = meaningsOf(
    notes,
    table,
    [...rows.sessions.values()].flatMap(({ trials }) => trials),
  );
  for (const [place, { trials, samples, values }] of rows.sessions) {
    const where = { subject: place.subject, session: place.index };
    const indexes = trials.map(({ index }) => index);
    yield { kind: "trials", ...where, trials: trials.map((trial) => trialOf(meanings, trial)) };
    for (const [at, { id }] of signals.entries())
      yield {
        ...{ kind: "samples", ...where, signal: id, trials: indexes, first: 0 },
        ...{ samples: samples[at].take(), timestamps: null },
      };
    for (const { id, at } of measured)
      yield { kind: "values", ...where, measure: id, trials: indexes, values: values[at].take() };
  }
}
