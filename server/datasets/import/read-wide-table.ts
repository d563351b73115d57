import type { WideTableMapping } from "../../../contracts/dataset";
import { numberOf } from "../table/numbers";
import { readRows, type TableRow } from "../table/read-rows";
import { Refusal } from "../table/refusal";
import { placesOf, sampleNames, type Places } from "./columns";
import type { ReadRecording, ReadTrial } from "./recorded";

interface SessionBook {
  readonly name: string;
  readonly trials: Map<number, ReadTrial & { readonly row: number }>;
}
interface SubjectBook {
  readonly group: string;
  readonly row: number;
  readonly sessions: Map<string, SessionBook>;
}

/** Numbers that could not be kept as they are, by column. */
interface Lost {
  readonly gaps: Map<string, number>;
  readonly infinite: Map<string, number>;
}

/** Reads one row per trial. Throws Refusal at the first row that does not fit, naming it and its column. */
export async function readWideTable(
  chunks: AsyncIterable<Uint8Array>,
  mapping: WideTableMapping,
): Promise<ReadRecording> {
  const subjects = new Map<string, SubjectBook>();
  const lost: Lost = { gaps: new Map(), infinite: new Map() };
  const names = sampleNames(mapping);
  let places: Places | undefined;
  for await (const row of readRows(chunks)) {
    if (!places) places = placesOf(row.cells, mapping);
    else take(row, places, names, subjects, lost);
  }
  return { subjects: [...subjects].map(subjectOf), remarks: remarksOf(lost, names) };
}

function take(
  { cells, row }: TableRow,
  places: Places,
  names: readonly string[],
  subjects: Map<string, SubjectBook>,
  lost: Lost,
): void {
  const subject = named(cells[places.subject], "subject", row);
  const group = places.group === null ? "" : cells[places.group].trim();
  const session = places.session === null ? "1" : named(cells[places.session], "session", row);
  const book = subjects.get(subject) ?? { group, row, sessions: new Map<string, SessionBook>() };
  subjects.set(subject, book);
  if (book.group !== group)
    throw new Refusal(
      `Subject "${subject}" is in group "${book.group}" in row ${book.row} and in group "${group}" in row ${row}: give each subject one group.`,
    );
  const inSession = book.sessions.get(session) ?? { name: session, trials: new Map() };
  book.sessions.set(session, inSession);
  const index = places.trial === null ? inSession.trials.size + 1 : trialNumber(cells[places.trial], row);
  const twin = inSession.trials.get(index);
  if (twin)
    throw new Refusal(
      `Rows ${twin.row} and ${row} are both trial ${index} of subject "${subject}" in session "${session}": number the trials of a session once each.`,
    );
  const number = (at: number, name: string) => finite(cells[at], name, row, lost);
  inSession.trials.set(index, {
    row,
    index,
    values: Object.fromEntries(
      places.values.map(({ name, at }) => {
        const value = number(at, name);
        return [name, Number.isNaN(value) ? null : value];
      }),
    ),
    samples: Float32Array.from(places.samples, (at, i) => number(at, names[i])),
  });
}

function named(cell: string, what: string, row: number): string {
  const name = cell.trim();
  if (name === "") throw new Refusal(`Row ${row} names no ${what}: fill the cell, or leave the row out.`);
  if (name.length > 200)
    throw new Refusal(`The name of the ${what} in row ${row} is longer than 200 characters: shorten it.`);
  return name;
}

function trialNumber(cell: string, row: number): number {
  const value = numberOf(cell);
  if (value === null || !Number.isInteger(value) || value < 0 || value > 2_147_483_647)
    throw new Refusal(
      `Row ${row} has "${shown(cell)}" for its trial, which is no whole number: correct it, or map no trial column.`,
    );
  return value;
}

function finite(cell: string, column: string, row: number, lost: Lost): number {
  const value = numberOf(cell);
  if (value === null)
    throw new Refusal(
      `Row ${row} has "${shown(cell)}" in column "${column}", which is no number: correct it, leave the cell empty for a gap, or map the column otherwise.`,
    );
  if (Number.isFinite(value)) return value;
  const book = Number.isNaN(value) ? lost.gaps : lost.infinite;
  book.set(column, (book.get(column) ?? 0) + 1);
  return NaN;
}

const shown = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);

const subjectOf = ([name, { group, sessions }]: [string, SubjectBook]) => {
  const books = [...sessions.values()];
  const numbers = books.map((book) => numberOf(book.name));
  // sessions keep the file's own numbers where it numbers them, else the order in which they come
  const numbered =
    numbers.every((n) => n !== null && Number.isInteger(n) && n >= 0 && n <= 2_147_483_647) &&
    new Set(numbers).size === books.length;
  return {
    name,
    group,
    sessions: books
      .map((book, i) => ({
        name: book.name,
        index: numbered ? numbers[i]! : i + 1,
        trials: [...book.trials.values()].sort((a, b) => a.index - b.index),
      }))
      .sort((a, b) => a.index - b.index),
  };
};

function remarksOf({ gaps, infinite }: Lost, names: readonly string[]): string[] {
  const samples = new Set(names);
  const remarks: string[] = [];
  for (const [counts, what] of [
    [gaps, "empty or not a number in the file"],
    [infinite, "infinite in the file"],
  ] as const) {
    let inSignal = 0;
    for (const [column, count] of counts)
      if (samples.has(column)) inSignal += count;
      else
        remarks.push(
          `${count} ${count === 1 ? "value" : "values"} of ${column} ${count === 1 ? "is" : "are"} ${what}: kept as gaps.`,
        );
    if (inSignal > 0)
      remarks.push(
        `${inSignal} ${inSignal === 1 ? "sample" : "samples"} of the signal ${inSignal === 1 ? "is" : "are"} ${what}: kept as gaps.`,
      );
  }
  return remarks;
}
