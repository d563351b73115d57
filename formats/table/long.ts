import type { RecordedSignal } from "@/contracts/recording";
import { mostHeld } from "../limits";
import { inText, units } from "../inputs";
import type { Parts, Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { numberIn } from "./cell";
import { Clock } from "./clock";
import { continuousParts, type Series } from "./continuous";
import { Doubles, Floats } from "./growing";
import { Places, type Place } from "./places";
import type { Row, Table } from "./table";
import { perTrialParts, restarts } from "./per-trial";
import { trialNumber, trialRoles } from "./trial";

/** One row per sample, with its time; signals in columns, or named by a column. */

class LongRows {
  readonly series = new Map<string, Map<Place, Series>>();
  readonly texts = new Set<string>();
  private count = 0;

  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
    private readonly signals: readonly { name: string; column: number }[],
  ) {}

  private seriesOf(signal: string, place: Place): Series {
    const places = this.series.get(signal) ?? new Map<Place, Series>();
    this.series.set(signal, places);
    const own = places.get(place) ?? { times: new Doubles(), values: new Floats(), trials: new Doubles() };
    places.set(place, own);
    return own;
  }

  add(place: Place, row: Row): void {
    const { roles, dialect } = this.table;
    const time = this.clock.of(row);
    const trial = trialNumber(this.table, row) ?? NaN;
    for (const { name, column } of this.signals) {
      const value = numberIn(row.cells[column], dialect.decimalComma);
      if (value === undefined) {
        if (this.signals.length === 1)
          throw new Refusal(
            `Row ${row.number}, column ${quoted(name)} holds ${quoted(row.cells[column])} where a number belongs`,
            "correct the cell, or leave it empty for a gap",
          );
        this.texts.add(name);
      }
      if (this.texts.has(name)) continue;
      const signal =
        roles.signal === undefined ? name : row.cells[roles.signal].trim().slice(0, 100) || "signal";
      const { times, values, trials } = this.seriesOf(signal, place);
      times.push(time);
      values.push(value ?? NaN);
      if (roles.trial !== undefined) trials.push(trial);
      if (++this.count > mostHeld)
        throw new Refusal(
          "The table holds more samples than can be held",
          "save its sessions in several files",
        );
    }
  }
}

/** Columns of numbers that are neither times nor names. */
export function signalColumns({ columns, roles, head }: Table): { name: string; column: number }[] {
  if (roles.signal !== undefined && roles.value !== undefined)
    return [{ name: columns[roles.value], column: roles.value }];
  const taken = new Set([...trialRoles, "time" as const, "samplingRate" as const].map((role) => roles[role]));
  return columns.flatMap((name, column) => {
    const isText = head.every((cells) => numberIn(cells[column] ?? "", true) === undefined);
    return taken.has(column) || isText ? [] : [{ name: name || `column ${column + 1}`, column }];
  });
}

/** `guppy` is the name of the signal in a file of GuPPy, whose times are seconds and whose rate is in its first row. */
export async function* readLong(reading: Reading, table: Table, guppy: string | null = null): Parts {
  const { notes, file } = reading;
  const places = new Places(table, reading);
  const columns = signalColumns(table);
  const signals = guppy && columns.length === 1 ? [{ ...columns[0], name: guppy }] : columns;
  const rows = new LongRows(
    table,
    new Clock(table, table.roles.time!, reading, true, guppy ? "s" : null),
    signals,
  );
  for (const row of table.rows()) rows.add(places.of(row), row);
  for (const name of rows.texts) rows.series.delete(name);
  if (rows.texts.size > 0) notes.remark(`Columns of text were left out: ${listed([...rows.texts])}.`);
  const numberless = [...rows.series].filter(([, own]) =>
    [...own.values()].every(({ values }) => values.take().every(Number.isNaN)),
  );
  if (numberless.length > 0 || rows.series.size === 0)
    throw new Refusal(
      `${listed(numberless.map(([name]) => name)) || "The table"} holds no number in any row, only gaps`,
      "check the export of the signal",
    );

  yield { kind: "source", format: "table of samples", title: file.name, licence: null, citation: null };
  yield* places.parts();
  const describe = (
    name: string,
  ): Omit<RecordedSignal, "samplingRateHz" | "t0Seconds" | "samplesPerTrial" | "alignment"> => ({
    ...{ id: name, region: "", sensor: "", channel: name, processing: "" },
    unit: notes.ask({
      ...{
        field: `signals.${name}.unit`,
        about: "signals",
        id: name,
        guess: "a.u.",
        input: inText(...units),
      },
      question: `Signal ${quoted(name)} has no unit: is it dF/F, z-score, volts?`,
    }),
  });
  const aligned =
    table.roles.trial !== undefined &&
    [...rows.series.values()].some((own) => [...own.values()].some(restarts));
  const { samplingRate } = table.roles;
  const nominal = samplingRate === undefined ? NaN : Number(table.head[0][samplingRate]);
  if (aligned) yield* perTrialParts(reading, rows.series, describe);
  else yield* continuousParts(rows.series, describe, nominal > 0 ? nominal : null);
}
