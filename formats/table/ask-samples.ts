import path from "node:path";
import { inItems, inNumber } from "../inputs";
import { meaningNamed } from "../meaning";
import type { Reading } from "../reader";
import { NeedsMapping, listed, quoted } from "../refusal";
import { numberIn } from "./cell";
import { askClock } from "./clock";
import { freeNumbers, isGuppy, type Mapped } from "./mapped";
import { plainName } from "./roles";
import { sampleColumns } from "./sample-columns";
import type { Row } from "./table";

/** Of a table of samples: which columns are signals, which mark events, and when each row is. */

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
  meaningNamed(name) !== null || /digital|ttl|^d(in|i\/?o?)[ _-]?\d/i.test(name);

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

/** Other clocks than the one that is the time. */
const isClock = (name: string) => /timestamp|^frame(counter|number|index)?$/.test(plainName(name));

/** Columns that are trials, where rows are samples: `trial1, trial2, …`. */
const trialColumns = (columns: readonly string[]): string[] =>
  sampleColumns(columns)
    .filter(({ name }) => /^(trials?|sweeps?)$/i.test(name))
    .flatMap(({ from, count }) => columns.slice(from, from + count));

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
  const trials = trialColumns(columns);
  const chosen = byName
    ? [columns[roles.value]]
    : notes.tell({
        ...({ field: "table.signals", about: "signals", input: inItems(options) } as const),
        guess: free.filter((name) => ![...marks, ...trials].includes(name) && !isClock(name)),
        question: "Which columns are signals?",
      });
  const signals = chosen.filter((name) => !digital.includes(name)).map(at);
  const clock = clockOf(reading, table);
  if (signals.length + digital.length === 0)
    throw new NeedsMapping(
      trials.length > 0
        ? `Columns ${quoted(trials[0])} to ${quoted(trials[trials.length - 1])} look like trials, and rows like samples: turn the table around so that each trial is a row, or say which columns are signals.`
        : `The table's columns are ${listed(columns, 24)}: say which of them are signals.`,
    );
  // GuPPy calls its column "data" and its file by the signal
  const named = isGuppy(table) && signals.length === 1 ? path.parse(file.name).name.slice(0, 190) : "";
  return { clock, digital: digital.map(at), signals: named ? [{ ...signals[0], name: named }] : signals };
}
