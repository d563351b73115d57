import type { Group } from "h5wasm/node";
import type { RecordedTrial, RecordingPart } from "@/contracts/recording";
import { Codes, codeIn, codedFields, decoded, type CodedField } from "../codes";
import { inChoice } from "../inputs";
import { meaningOf } from "../meaning";
import type { Notes, Reading } from "../reader";
import { listed, quoted } from "../refusal";
import { askMeasureUnit } from "../signals";
import { rolesOf, type Role } from "../table/roles";
import { columnsOf, type Columns } from "./columns";

interface Place {
  readonly subject: string;
  readonly session: number;
}
type EventPart = Extract<RecordingPart, { kind: "events" }>;

export interface TrialsTable {
  readonly trials: readonly RecordedTrial[];
  readonly events: readonly EventPart[];
  readonly stops: Float64Array | undefined;
  /** Parts that refer to trials. */
  readonly values: readonly RecordingPart[];
}

const timed = /^(?!start|stop|end)(.*?)[_ ]?(times?|timestamps?|onsets?)$/i;

/** A time in each row, or a list of times: events. */
function timesIn({ numbers, lists }: Columns): Map<string, readonly Float64Array[]> {
  const found = new Map<string, readonly Float64Array[]>();
  for (const [name, values] of numbers)
    if (timed.test(name))
      found.set(
        name,
        Array.from(values, (time) => Float64Array.of(time)),
      );
  for (const [name, values] of lists)
    if (timed.test(name) || /lick|reward/i.test(name)) found.set(name, values);
  return found;
}

/** Whether the times of a column are on the session's clock, as NWB asks for, or count from the start of their trial. */
function askClock(
  notes: Notes,
  name: string,
  times: readonly Float64Array[],
  start: Float64Array | undefined,
  stop: Float64Array | undefined,
): "session" | "trial" {
  const within = (from: (row: number) => number, to: (row: number) => number) =>
    times.every((own, row) =>
      own.every((time) => Number.isNaN(time) || (time >= from(row) - 1 && time <= to(row) + 1)),
    );
  const onSession = within(
    (row) => start?.[row] ?? -Infinity,
    (row) => stop?.[row] ?? Infinity,
  );
  return notes.pose<"session" | "trial">(onSession, {
    ...{ field: `events.${name}.clock`, about: "events", id: name.slice(0, 200), cannotBeKnown: !onSession },
    guess: onSession || !start ? "session" : "trial",
    question: `Do the times in column ${quoted(name)} count from the start of the session, or of each trial?`,
    input: inChoice({ session: "from the start of the session", trial: "from the start of each trial" }),
  });
}

function eventsOf(notes: Notes, columns: Columns, place: Place, known: ReadonlySet<string>): EventPart[] {
  const [start, stop] = [columns.numbers.get("start_time"), columns.numbers.get("stop_time")];
  return [...timesIn(columns)].flatMap(([name, lists]) => {
    const type = (timed.exec(name)?.[1] || name).slice(0, 200);
    if (known.has(type)) {
      notes.remark(
        `Column ${quoted(name)} of the trials table was left out: the file has events called ${quoted(type)}.`,
      );
      return [];
    }
    const clock = askClock(notes, name, lists, start, stop);
    const times = lists.flatMap((own, row) =>
      Array.from(own, (time) => time + (clock === "trial" ? (start?.[row] ?? NaN) : 0)),
    );
    const kept = Float64Array.from(times.filter((time) => Number.isFinite(time))).sort();
    return kept.length === 0
      ? []
      : [
          {
            ...{ kind: "events" as const, ...place, type, meaning: meaningOf(notes, type), trials: null },
            ...{ times: kept, values: null, durations: null },
          },
        ];
  });
}

/** Trials in which a stimulation began, where the table does not say which were stimulated. */
export function stimulatedBy(
  trials: readonly RecordedTrial[],
  onsets: readonly number[],
  stops: Float64Array | undefined,
): RecordedTrial[] {
  const starts = trials.flatMap(({ start }) => start ?? []).sort((a, b) => a - b);
  return trials.map((trial, row) => {
    const { start } = trial;
    if (start === null || trial.stimulated !== null) return trial;
    const end = stops?.[row] ?? starts.find((other) => other > start) ?? Infinity;
    return { ...trial, stimulated: onsets.some((onset) => onset >= start && onset < end) };
  });
}

/**
 * The trials table: known columns become fields of a trial, times events, other numbers measures. `known` are the types
 * of events that the file has already, which its table only repeats.
 */
export function trialsIn(
  table: Group,
  place: Place,
  { file, notes }: Reading,
  known: ReadonlySet<string>,
): TrialsTable {
  const columns = columnsOf(table, file.size);
  const { rows, numbers, texts, lists, left } = columns;
  if (rows === 0) return { trials: [], events: [], values: [], stops: undefined };
  const names = [...numbers.keys(), ...texts.keys()];
  const roles = rolesOf(names);
  const used = new Set<string>(["start_time", ...timesIn(columns).keys()]);
  const cell = (role: Role, row: number): string | number | null => {
    const column = roles[role] === undefined ? null : names[roles[role]];
    if (column === null) return null;
    used.add(column);
    const value = numbers.get(column)?.[row] ?? texts.get(column)?.[row] ?? null;
    return Number.isNaN(value) ? null : value;
  };
  const code = (field: CodedField, row: number) => codeIn(String(cell(field, row) ?? ""));
  const number = (role: Role, row: number) => {
    const value = cell(role, row);
    return typeof value === "number" ? value : null;
  };
  const codes = new Codes(
    Object.fromEntries(
      codedFields.flatMap((field) => (roles[field] === undefined ? [] : [[field, names[roles[field]]]])),
    ),
  );
  for (const field of codedFields) for (let row = 0; row < rows; row++) codes.note(field, code(field, row));
  const meanings = codes.meanings(notes);
  const start = numbers.get("start_time");
  const trials = Array.from({ length: rows }, (_, row): RecordedTrial => {
    const own = Object.fromEntries(codedFields.map((field) => [field, code(field, row)]));
    return {
      ...{ index: row + 1, start: start && !Number.isNaN(start[row]) ? start[row] : null, alignedAt: null },
      ...{
        rewardMagnitude: number("reward", row),
        dose: number("dose", row),
        itiSeconds: number("iti", row),
      },
      ...decoded(meanings, own as Record<CodedField, string | null>),
    };
  });
  const events = eventsOf(notes, columns, place, known);
  const measures = [...numbers.keys()].filter((name) => !used.has(name));
  const indexes = trials.map(({ index }) => index);
  const values: RecordingPart[] = measures.map((measure) => ({
    ...{ kind: "values", ...place, measure, trials: indexes, values: numbers.get(measure)!.slice() },
  }));
  if (measures.length > 0)
    values.unshift({
      kind: "measures",
      measures: measures.map((id) => ({
        ...{ id, window: null, processing: "" },
        unit: id.endsWith("_time") ? "s" : askMeasureUnit(notes, id),
      })),
    });
  const others = [...left, ...[...texts.keys(), ...lists.keys()].filter((name) => !used.has(name))];
  if (others.length > 0) notes.remark(`Columns of the trials table were left out: ${listed(others)}.`);
  return { trials, events, values, stops: numbers.get("stop_time") };
}
