import { inChoice, inNumber } from "../inputs";
import type { Notes } from "../reader";
import { Refusal, quoted } from "../refusal";
import { askIndexBase } from "../signals";
import { isGap, numberIn } from "./cell";
import type { Mapped } from "./mapped";
import type { Row } from "./table";
import { isDated, secondsOfDay } from "./time-of-day";

/** Photometry is sampled far faster than this, so larger steps between rows are not seconds. */
export const longestStepSeconds = 5;

const units = {
  s: "seconds",
  ms: "milliseconds",
  us: "microseconds",
  min: "minutes",
  samples: "samples, counted",
};
export type ClockUnit = keyof typeof units;
const perSecond: Readonly<Record<ClockUnit, number>> = { s: 1, ms: 1000, us: 1e6, min: 1 / 60, samples: 1 };

/** A unit in the name of a column or variable: "time_ms", "t (s)". */
export function clockUnitNamed(name: string): ClockUnit | null {
  const is = (unit: string) => new RegExp(`(^|[^a-z])(${unit})([^a-z]|$)`, "i").test(name);
  if (is("ms|msec|milliseconds?")) return "ms";
  if (is("us|µs|μs|usec|microseconds?")) return "us";
  if (is("min|mins|minutes?")) return "min";
  if (is("s|sec|secs|seconds?")) return "s";
  return is("samples?|frames?|sampleindex|framenumber") ? "samples" : null;
}

/** Seconds in a clock's unit. @param of stands in the question for what is timed. */
export function askClockUnit(
  notes: Notes,
  of: string,
  {
    said,
    guess,
    base = 1,
    rate = 1000,
    field = "time",
  }: { said: ClockUnit | null; guess: ClockUnit; base?: number; rate?: number; field?: string },
): (time: number) => number {
  const unit = notes.pose<ClockUnit>(said !== null, {
    ...{ field: `${field}.unit`, about: "timing", guess: said ?? guess, cannotBeKnown: said === null },
    ...{ question: `In which unit is the clock of ${of}?`, input: inChoice(units) },
  });
  if (unit !== "samples") return (time) => time / perSecond[unit];
  const stated = notes.offer({
    ...({ field: `${field}.samplingRateHz`, about: "timing", guess: rate, cannotBeKnown: true } as const),
    ...{ question: `How many samples of the clock of ${of} are a second?`, input: inNumber("Hz", 0) },
  });
  if (stated === null) notes.need(`The clock of ${of} counts samples: say how many of them are a second.`);
  const first = askIndexBase(
    notes,
    `${field}.indexBase`,
    `Is the first sample of ${of} counted as 0 or as 1?`,
    base,
  );
  return (time) => (time - first) / (stated ?? NaN);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

const halfDay = 12 * 3600;

/** Reads the time of a row, in seconds. @throws Refusal when it has none. */
export type Clock = (row: Row) => number;

/** `sampled` rows follow one another at a sampling rate, events may be any time apart; `known` is what the format says. */
export function askClock(
  notes: Notes,
  { columns, head, dialect }: Mapped,
  column: number,
  { sampled, known = null }: { sampled: boolean; known?: ClockUnit | null },
): Clock {
  const name = columns[column];
  const broken = ({ cells, number }: Row) =>
    new Refusal(
      `Row ${number} has no time: column ${quoted(name)} holds ${quoted(cells[column])}`,
      "give every row a time",
    );
  const first = head.find((cells) => !isGap(cells[column] ?? ""))?.[column] ?? "";
  if (numberIn(first, dialect.decimalComma) === undefined && secondsOfDay(first) !== undefined) {
    const start = secondsOfDay(first)!;
    notes.remark(`Times are counted from ${first.trim()}, the first in column ${quoted(name)}.`);
    let [before, days] = [start, 0];
    return (row) => {
      const time = secondsOfDay(row.cells[column]);
      if (time === undefined) throw broken(row);
      // a clock without a date begins anew at midnight
      if (time < before - halfDay && !isDated(row.cells[column])) {
        days++;
        notes.remark(`The clock in column ${quoted(name)} passes midnight in row ${row.number}.`);
      }
      before = time;
      return time - start + 2 * halfDay * days;
    };
  }
  const times = head.map((cells) => numberIn(cells[column] ?? "", dialect.decimalComma) ?? NaN);
  const steps = times.slice(1).map((time, at) => time - times[at]);
  const counted = steps.length > 9 && steps.every((difference) => difference === 1);
  const step = median(steps.filter((difference) => difference > 0));
  const seconds = askClockUnit(notes, `column ${quoted(name)}`, {
    said: clockUnitNamed(name) ?? known,
    base: times[0] === 0 ? 0 : 1,
    guess: !sampled ? "s" : counted ? "samples" : step > longestStepSeconds ? "ms" : "s",
  });
  return (row) => {
    const time = numberIn(row.cells[column], dialect.decimalComma);
    if (time === undefined || Number.isNaN(time)) throw broken(row);
    return seconds(time);
  };
}
