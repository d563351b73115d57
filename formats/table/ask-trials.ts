import path from "node:path";
import type { RecordedSignal } from "@/contracts/recording";
import { inItems } from "../inputs";
import type { Notes, Reading } from "../reader";
import { NeedsMapping, quoted } from "../refusal";
import { askAlignment, askRate, askSource, askStart } from "../signals";
import { askClockUnit, longestStepSeconds } from "./clock";
import { numericColumns, wholeColumns } from "./contents";
import { freeNumbers, type Mapped } from "./mapped";
import { longestRun, sampleColumns, timesNamed, type NamedTimes, type SampleColumns } from "./sample-columns";

/** Of a table of trials: which columns are the samples of which signal, and which are numbers per trial. */

interface Range {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

function guessRuns(table: Mapped): SampleColumns[] {
  if (table.named) return sampleColumns(table.columns);
  // counters stand before the samples and are whole
  const numeric = numericColumns(table);
  const whole = wholeColumns(table);
  const first = whole.indexOf(false);
  const run = longestRun(numeric.map((own, at) => own && at >= first)) ?? longestRun(numeric);
  return run ? [{ name: "signal", ...run, times: null, base: 1 }] : [];
}

/** Which columns are the samples of which signal. @throws NeedsMapping when the answer names none, or one twice. */
function askRuns(notes: Notes, table: Mapped): SampleColumns[] {
  const { columns } = table;
  const names = new Set<string>();
  const guess = guessRuns(table).map(({ name, from, count }): Range => {
    const own = names.has(name) ? `${name} ${from + 1}` : name;
    names.add(own);
    return { name: own, from: columns[from], to: columns[from + count - 1] };
  });
  const ranges = notes.pose(table.named, {
    ...{ field: "table.samples", about: "signals", guess, cannotBeKnown: !table.named },
    question: "Which neighbouring columns are the samples of a trial, and of which signal?",
    input: { kind: "ranges", options: columns.map((value) => ({ value, label: value })) },
  });
  const taken = new Set<number>();
  return ranges.map(({ name, from: first, to: last }) => {
    const [from, to] = [columns.indexOf(first), columns.indexOf(last)];
    if (to < from)
      throw new NeedsMapping(`The samples of ${quoted(name)} end before they begin: choose other columns.`);
    for (let column = from; column <= to; column++) {
      if (taken.has(column))
        throw new NeedsMapping(`Column ${quoted(columns[column])} is in two signals: choose other columns.`);
      taken.add(column);
    }
    const own = columns.slice(from, to + 1);
    const numbered = /(\d+)$/.exec(first)?.[1];
    const times = own.length > 4 ? timesNamed(own) : null;
    return { name, from, count: own.length, times, base: numbered ? Number(numbered) : null };
  });
}

/** Times in the names of columns, in seconds: where they have no unit and are far apart, somebody has to say. */
function askNamedTimes(notes: Notes, name: string, { first, step, unit }: NamedTimes) {
  if (unit === null && step < longestStepSeconds) return { first, step };
  const seconds = askClockUnit(notes, `the names of the columns of ${quoted(name)}`, {
    ...{ said: unit, guess: "ms", field: `signals.${name}.time` },
  });
  return { first: seconds(first), step: seconds(step) - seconds(0) };
}

function signalOf({ file, notes }: Reading, { name, count, times, base }: SampleColumns): RecordedSignal {
  const of = `The ${count} samples of ${quoted(name)}`;
  // "…_lick_aligned.csv" says it; nothing else in such a file does
  const named = /([a-z]+)[ _-]?aligned/i.exec(path.parse(file.name).name)?.[1].toLowerCase();
  const seconds = times ? askNamedTimes(notes, name, times) : null;
  const rateHz = seconds ? 1 / seconds.step : askRate(notes, name, of);
  return {
    ...{ id: name, channel: name, samplesPerTrial: count, samplingRateHz: rateHz },
    t0Seconds: seconds ? seconds.first : askStart(notes, name, of, { rateHz, base: base === 0 ? 0 : 1 }),
    alignment: askAlignment(notes, name, of, named ?? null),
    ...askSource(notes, { id: name }),
  };
}

export interface TrialColumns {
  readonly runs: readonly SampleColumns[];
  readonly signals: readonly RecordedSignal[];
  /** Columns kept as a number per trial. */
  readonly measures: readonly string[];
}

export function askTrials(reading: Reading, table: Mapped): TrialColumns {
  const { notes } = reading;
  const runs = askRuns(notes, table);
  const sampled = new Set(
    runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => table.columns[from + at])),
  );
  const options = table.options.filter(({ value }) => !sampled.has(String(value)));
  const offered = new Set(options.map(({ value }) => value));
  const measures = notes.tell({
    ...({ field: "table.measures", about: "measures" } as const),
    guess: freeNumbers(table, table.roles).filter((name) => offered.has(name)),
    question: "Which columns are kept as a number for each trial?",
    input: inItems(options),
  });
  return { runs, measures, signals: runs.map((run) => signalOf(reading, run)) };
}
