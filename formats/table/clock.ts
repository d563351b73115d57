import { inChoice } from "../inputs";
import type { Reading } from "../reader";
import { Refusal, quoted } from "../refusal";
import { numberIn } from "./cell";
import type { Row, Table } from "./table";

/** Photometry is sampled far faster than this, so larger steps between rows are not seconds. */
const longestStepSeconds = 5;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Reads the time of rows, in seconds. */
export class Clock {
  private readonly factor: number;

  /** `sampled` rows follow one another at a sampling rate, events may be any time apart; `known` is what the format says. */
  constructor(
    private readonly table: Table,
    private readonly column: number,
    { notes }: Reading,
    sampled: boolean,
    known: "s" | "ms" | null = null,
  ) {
    const name = table.columns[column];
    const times = table.head.map((cells) => numberIn(cells[column] ?? "", table.dialect.decimalComma) ?? NaN);
    const steps = times.slice(1).map((time, at) => time - times[at]);
    const step = median(steps.filter((difference) => difference > 0));
    const guess = sampled && step > longestStepSeconds ? "ms" : "s";
    const said = /(^|[^a-z])m(s|sec|illisec(onds?)?)([^a-z]|$)/i.test(name)
      ? "ms"
      : /(^|[^a-z])s(ec(onds?)?)?([^a-z]|$)/i.test(name)
        ? "s"
        : known;
    const asked = {
      ...{ field: "time.unit", about: "timing" as const, cannotBeKnown: said === null },
      question: `Is the clock in column ${quoted(name)} in seconds or milliseconds?`,
      input: inChoice({ s: "seconds", ms: "milliseconds" }),
    };
    const unit = said ? notes.tell({ ...asked, guess: said }) : notes.ask<"s" | "ms">({ ...asked, guess });
    this.factor = unit === "ms" ? 1000 : 1;
  }

  /** @throws Refusal when there is no number. */
  of({ cells, number }: Row): number {
    const time = numberIn(cells[this.column], this.table.dialect.decimalComma);
    if (time === undefined || Number.isNaN(time))
      throw new Refusal(
        `Row ${number} has no time: column ${quoted(this.table.columns[this.column])} holds ${quoted(cells[this.column])}`,
        "give every row a time",
      );
    return time / this.factor;
  }
}

export interface Even {
  readonly rateHz: number;
  readonly t0: number;
}

/** The sampling rate of times that are evenly spaced to a twentieth of a sample, or null. */
export function evenly(times: Float64Array): Even | null {
  const last = times.length - 1;
  const step = (times[last] - times[0]) / last;
  if (!(step > 0)) return null;
  for (let at = 0; at <= last; at++) if (Math.abs(times[at] - times[0] - at * step) > step / 20) return null;
  return { rateHz: 1 / step, t0: times[0] };
}
