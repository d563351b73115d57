import type { AnswerOption } from "@/contracts/reading";
import { inChoice } from "../inputs";
import type { Notes } from "../reader";
import { NeedsMapping, listed } from "../refusal";
import { numberIn } from "./cell";
import { evenly } from "../evenly";
import { numericColumns } from "./contents";
import { askRoles, plainName, rolesOf, type Roles, type TableKind } from "./roles";
import { sampleColumns } from "./sample-columns";
import type { Table } from "./table";
import { isTimeOfDay } from "./time-of-day";

/** A table of which it is known what a row is and what columns mean. */
export interface Mapped extends Table {
  readonly kind: TableKind;
  /** Whether the names of the columns, or somebody, say what a row is. */
  readonly sure: boolean;
  readonly roles: Roles;
  /** Columns to choose from. */
  readonly options: readonly AnswerOption[];
}

const mostOptions = 500;

/** GuPPy writes `timestamps,data,sampling_rate` for a signal, and `timestamps` alone for events. */
export const isGuppy = ({ columns }: Table): boolean =>
  ["timestamps", "data", "samplingrate"].every((name) => columns.map(plainName).includes(name));

/** Whether the first rows give each trial of a session one row. */
function oneRowPerTrial({ head }: Table, roles: Roles): boolean {
  if (roles.trial === undefined) return false;
  const key = (cells: readonly string[]) =>
    [roles.subject, roles.session, roles.trial]
      .map((column) => (column === undefined ? "" : cells[column]))
      .join("\t");
  return new Set(head.map(key)).size === head.length;
}

/** The first column of times of day; -1 where there is none. */
export const clockColumn = ({ columns, head }: Table): number =>
  columns.findIndex(
    (_, column) => head.length > 0 && head.every((cells) => isTimeOfDay(cells[column] ?? "")),
  );

/** Whether the first rows follow one another at a sampling rate, as those of numbered channels do. */
function isSampled({ head, dialect }: Table, { time }: Roles): boolean {
  const times = head.map((cells) => numberIn(cells[time!] ?? "", dialect.decimalComma) ?? NaN);
  return times.length > 9 && evenly(Float64Array.from(times)) !== null;
}

/** Whether the first column only counts the rows, as pandas and R write it: without a name. */
function countsRows({ columns, head, dialect }: Table): boolean {
  const counted = head.map(([cell = ""]) => numberIn(cell, dialect.decimalComma) ?? NaN);
  return (
    columns.length > 1 &&
    head.length > 1 &&
    /^(column 1|row|unnamed: 0)$/i.test(columns[0]) &&
    counted.every((number, at) => number === counted[0] + at)
  );
}

/** Columns of numbers that have no role. */
export function freeNumbers(table: Table, roles: Roles): string[] {
  const taken = new Set(Object.values(roles));
  if (table.named && countsRows(table)) taken.add(0);
  const numeric = numericColumns(table);
  return table.columns.filter((_, at) => numeric[at] && !taken.has(at));
}

/** What one row is, by the names of the columns; null where they do not say. */
function kindNamed(table: Table): TableKind | null {
  const { columns, named } = table;
  if (!named) return null;
  const roles = rolesOf(columns);
  const timed = roles.time !== undefined;
  const runs = sampleColumns(columns);
  if (runs.length > 0)
    return timed && roles.trial === undefined && isSampled(table, roles) ? "samples" : "trials";
  if (isGuppy(table)) return "samples";
  if (roles.event !== undefined && roles.start !== undefined) return "events";
  if (timed && (roles.event !== undefined || columns.length === 1)) return "events";
  // a value is a signal like any other, unless another column names what it is of
  const { value, ...others } = roles;
  const valued = value !== undefined && freeNumbers(table, others).includes(columns[value]);
  if (timed && !oneRowPerTrial(table, roles) && (valued || freeNumbers(table, roles).length > 0))
    return "samples";
  return roles.trial === undefined ? null : "trials";
}

/** A guess for a table whose columns do not say: many numbers in a row are the samples of a trial. */
function kindGuessed(table: Table): TableKind {
  const { columns, head } = table;
  const numbers = numericColumns(table).filter(Boolean).length;
  const timed = clockColumn(table) >= 0;
  if (columns.length === 1 || (numbers === 1 && columns.length < 4) || (numbers === 0 && timed))
    return "events";
  if (columns.length > 20) return "trials";
  return head.length > 200 ? "samples" : "trials";
}

function optionsOf({ columns, head, named }: Table): AnswerOption[] {
  const runs = named ? sampleColumns(columns) : [];
  const sampled = new Set(
    runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => from + at)),
  );
  return columns.flatMap((value, at) => {
    const example = head[0]?.[at]?.trim().slice(0, 40);
    return sampled.has(at) ? [] : [{ value, label: example ? `${value} (${example}, …)` : value }];
  });
}

/** By the names of columns; where they have none, the first that grows is the time, and the first of words the event. */
function guessRoles(table: Table, kind: TableKind): Roles {
  const { columns, head, dialect, named } = table;
  if (named) {
    const roles = rolesOf(columns);
    return kind === "events" ? { ...roles, time: roles.time ?? roles.start } : roles;
  }
  if (kind === "trials") return {};
  const numeric = numericColumns(table);
  const grows = (column: number) =>
    head.every((cells, row) => {
      const before = numberIn(head[row - 1]?.[column] ?? "", dialect.decimalComma) ?? -Infinity;
      return row === 0 || numberIn(cells[column] ?? "", dialect.decimalComma)! >= before;
    });
  const clock = clockColumn(table);
  const time = clock >= 0 ? clock : columns.findIndex((_, column) => numeric[column] && grows(column));
  const event = numeric.findIndex((own, column) => !own && column !== clock);
  return {
    ...(time < 0 ? {} : { time }),
    ...(kind === "events" && event >= 0 ? { event } : {}),
  };
}

/** What the rows and columns of a table mean, by their names or as somebody says. */
export function mapTable(notes: Notes, table: Table): Mapped {
  const named = kindNamed(table);
  const asked = {
    ...({ field: "table.rows", about: "file", question: "What is each row of the table?" } as const),
    input: inChoice({ trials: "a trial", samples: "a sample", events: "an event" }),
  };
  const said = named
    ? notes.tell<TableKind>({ ...asked, guess: named })
    : notes.offer<TableKind>({ ...asked, guess: kindGuessed(table) });
  const kind = said ?? kindGuessed(table);
  const options = optionsOf(table).slice(0, mostOptions);
  return {
    ...table,
    kind,
    sure: said !== null,
    roles: askRoles(notes, { ...table, kind, guess: guessRoles(table, kind) }, options),
    options,
  };
}

export function remarkOnUnused(notes: Notes, { columns, roles, head }: Mapped, used: Iterable<number>): void {
  const taken = new Set([...Object.values(roles), ...used]);
  const left = columns.filter(
    (_, at) => !taken.has(at) && head.some((cells) => (cells[at] ?? "").trim() !== ""),
  );
  if (left.length > 0) notes.remark(`Columns that were left out: ${listed(left)}.`);
}

/** What a person is asked for first. */
export const unmapped = ({ columns, named }: Table): NeedsMapping =>
  new NeedsMapping(
    named
      ? `The table's columns are ${listed(columns, 24)}: say what a row is, and which column is the subject, the trial, the time and the signals.`
      : `The ${columns.length} columns of the table have no names: say what a row is, and what each column is.`,
  );
