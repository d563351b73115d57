import path from "node:path";
import type { Parts, Reading } from "../reader";
import { NeedsMapping, Refusal, listed } from "../refusal";
import { numberIn } from "./cell";
import { readEvents } from "./events";
import { readLong, signalColumns } from "./long";
import { plainName, sampleColumns } from "./roles";
import { openTable, type Table } from "./table";
import { readWide } from "./wide";

/** GuPPy writes `timestamps,data,sampling_rate` for a signal, and `timestamps` alone for events. */
const isGuppy = (table: Table) =>
  ["timestamps", "data", "samplingrate"].every((name) => table.columns.map(plainName).includes(name));
const isTimesOnly = ({ columns, roles }: Table) => columns.length === 1 && roles.time === 0;

/** Whether the first rows give each trial of a session one row. */
function oneRowPerTrial({ roles, head }: Table): boolean {
  if (roles.trial === undefined) return false;
  const key = (cells: readonly string[]) =>
    [roles.subject, roles.session, roles.trial]
      .map((column) => (column === undefined ? "" : cells[column]))
      .join("\t");
  return new Set(head.map(key)).size === head.length;
}

/** CSV and TSV, by their columns: wide tables of trials, long tables of samples, event logs, tables of trials. */
export async function* readTable(reading: Reading): Parts {
  const table = openTable(reading);
  const { roles, columns, head, dialect } = table;
  const timed = roles.time !== undefined;
  const named = path.parse(reading.file.name).name || "signal";

  if (sampleColumns(columns).length > 0) yield* readWide(reading, table);
  else if (isGuppy(table)) yield* readLong(reading, table, named);
  else if (timed && (roles.event !== undefined || isTimesOnly(table))) yield* readEvents(reading, table);
  else if (timed && !oneRowPerTrial(table) && signalColumns(table).length > 0)
    yield* readLong(reading, table);
  else if (roles.trial !== undefined) yield* readWide(reading, table, []);
  else {
    const numeric = columns.some((_, at) =>
      head.some((cells) => !Number.isNaN(numberIn(cells[at] ?? "", dialect.decimalComma) ?? NaN)),
    );
    if (!numeric || columns.length === 1)
      throw new Refusal(
        `The file is text, but no table of a recording: it has ${columns.length === 1 ? "one column" : "no column of numbers"} (${listed(columns)})`,
        "export trials, samples or events as a table with a header",
      );
    throw new NeedsMapping(
      `The table's columns are ${listed(columns, 24)}: say which is the subject, the trial, the time and the signals.`,
    );
  }
}
