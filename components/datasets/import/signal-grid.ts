import type { Answers, Question } from "@/contracts/reading";
import { answerTo, isAnswer, isOpen, saysFile } from "./judged";

/** The questions that are asked of each signal anew, as rows and columns. */

const titles: Readonly<Record<string, string>> = {
  orientation: "Rows and columns",
  "time.unit": "Unit of the times",
  "time.samplingRateHz": "Samples of a second",
  "time.indexBase": "First time is",
  samplingRateHz: "Sampling rate",
  alignmentSample: "Sample at the event",
  indexBase: "First sample is",
  t0Seconds: "Time of the first sample",
  alignment: "Aligned to",
  unit: "Unit",
  region: "Region",
  sensor: "Measured with",
  processing: "What was done to it",
};

export interface GridColumn {
  readonly what: string;
  readonly title: string;
}
export interface GridRow {
  readonly id: string;
  /** By column; a signal need not be asked everything. */
  readonly cells: Readonly<Record<string, Question>>;
  /** Rows with the same questions and the same choices look alike. */
  readonly kind: string;
}
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** @returns null where fewer than two signals are asked about: one needs no table. */
export function gridOf(questions: readonly Question[]): Grid | null {
  const ids = new Set(questions.flatMap(({ about, id }) => (about === "signals" && id !== null ? [id] : [])));
  if (ids.size < 2) return null;
  const byField = new Map(questions.map((question) => [question.field, question]));
  const rows = [...ids].map((id) => {
    const cells = Object.fromEntries(
      Object.keys(titles).flatMap((what) => {
        const question = byField.get(`signals.${id}.${what}`);
        return question ? [[what, question]] : [];
      }),
    );
    const kind = JSON.stringify(Object.entries(cells).map(([what, { input }]) => [what, input]));
    return { id, cells, kind };
  });
  const columns = Object.entries(titles)
    .filter(([what]) => rows.some(({ cells }) => what in cells))
    .map(([what, title]) => ({ what, title }));
  return { columns, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) };
}

export const fieldsOf = (grid: Grid): ReadonlySet<string> =>
  new Set(grid.rows.flatMap(({ cells }) => Object.values(cells).map(({ field }) => field)));

export interface Filled {
  readonly answers: Answers;
  /** Signals that another answer reached. */
  readonly signals: number;
  /** Answers that the file gives itself and that were left to it. */
  readonly left: number;
  /** Questions whose answer nobody has confirmed, or that is none: it is not spread. */
  readonly unsure: number;
}

/** Gives the answers of one row, in some columns, to the rows that look alike. */
export function fill(
  {
    from,
    to,
    columns,
    confirmed,
  }: {
    from: GridRow;
    to: readonly GridRow[];
    columns: readonly GridColumn[];
    /** Whether the file is a published one: what is known of it needs no confirming. */
    confirmed: boolean;
  },
  answers: Answers,
): Filled {
  const filled: Record<string, unknown> = {};
  const signals = new Set<string>();
  let left = 0;
  let unsure = 0;
  for (const { what } of columns) {
    if (!(what in from.cells)) continue;
    const source = from.cells[what];
    const answer = answerTo(source, answers);
    if ((!confirmed && isOpen(source, answers)) || !isAnswer(source, answer)) {
      unsure += 1;
      continue;
    }
    for (const { id, kind, cells } of to) {
      if (id === from.id || kind !== from.kind) continue;
      const own = cells[what];
      if (answerTo(own, answers) === answer && !isOpen(own, answers)) continue;
      if (saysFile(own) && !(own.field in answers)) left += 1;
      else {
        filled[own.field] = answer;
        signals.add(id);
      }
    }
  }
  return { answers: filled, signals: signals.size, left, unsure };
}
