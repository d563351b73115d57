import type { Parts, Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { numericColumns, tableContents } from "./contents";
import { askEvents, readEvents } from "./events";
import { askSamples } from "./ask-samples";
import { askTrials } from "./ask-trials";
import { readLong } from "./long";
import { clockColumn, mapTable, unmapped } from "./mapped";
import { isGap, numberIn } from "./cell";
import { openTable, type Table } from "./table";
import { readWide } from "./wide";

const isOnlyGaps = ({ columns, head }: Table, name: string) =>
  head.every((cells) => isGap(cells[columns.indexOf(name)] ?? ""));

/** A column of numbers into which a word has come, in words; "" where there is none. */
function wordAmongNumbers({ columns, head, dialect, named }: Table): string {
  const isWord = (cell = "") => numberIn(cell, dialect.decimalComma) === undefined;
  const isNumber = (cell = "") => !isWord(cell) && !isGap(cell);
  for (const [column, name] of columns.entries()) {
    const at = head.findIndex((cells) => isWord(cells[column]));
    if (!head.slice(0, Math.max(0, at)).some((cells) => isNumber(cells[column]))) continue;
    const row = at + dialect.skipped + (named ? 2 : 1);
    return `; column ${quoted(name)} holds ${quoted(head[at][column])} in row ${row}, after numbers`;
  }
  return "";
}

/**
 * CSV and TSV: wide tables of trials, long tables of samples, event logs, tables of trials. Their columns say which, or
 * somebody does.
 */
export async function* readTable(reading: Reading): Parts {
  const table = openTable(reading);
  const { columns } = table;
  yield tableContents(table);
  const numeric = numericColumns(table).includes(true) || clockColumn(table) >= 0;
  const mapped = mapTable(reading.notes, table);
  if (!mapped.sure && !numeric)
    throw new Refusal(
      `The file is text, but no table of a recording: it has ${columns.length === 1 ? "one column" : "no column of numbers"} (${listed(columns)})${wordAmongNumbers(table)}`,
      "export trials, samples or events as a table with a header",
    );
  const left = columns.filter((_, at) => !Object.values(mapped.roles).includes(at));
  if (!mapped.sure && left.length > 0 && left.every((name) => isOnlyGaps(table, name)))
    throw new Refusal(
      `${listed(left)} ${left.length === 1 ? "holds" : "hold"} no number in any row, only gaps`,
      "check the export of the signal",
    );
  if (mapped.kind === "trials") {
    const asked = askTrials(reading, mapped);
    if (!mapped.sure) throw unmapped(table);
    yield* readWide(reading, mapped, asked);
  } else if (mapped.kind === "samples") {
    const asked = askSamples(reading, mapped);
    if (!mapped.sure) throw unmapped(table);
    yield* readLong(reading, mapped, asked);
  } else {
    const asked = askEvents(reading, mapped);
    if (!mapped.sure) throw unmapped(table);
    yield* readEvents(reading, mapped, asked);
  }
}
