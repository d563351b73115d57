import type { Group } from "h5wasm/node";
import type { RecordedTrial, RecordingPart } from "@/contracts/recording";
import type { Reading } from "../reader";
import { listed } from "../refusal";
import { truthIn } from "../table/cell";
import { rolesOf, type Role } from "../table/roles";
import { columnsOf } from "./columns";

/** The trials table: known columns become fields of a trial, other numbers measures. */
export function* trialParts(
  table: Group,
  place: { subject: string; session: number },
  { file, notes }: Reading,
): Generator<RecordingPart> {
  const { rows, numbers, texts, left } = columnsOf(table, file.size);
  if (rows === 0) return;
  const names = [...numbers.keys(), ...texts.keys()];
  const roles = rolesOf(names);
  const used = new Set<string>(["start_time"]);
  const cell = (role: Role, row: number): string | number | null => {
    const column = roles[role] === undefined ? null : names[roles[role]];
    if (column === null) return null;
    used.add(column);
    const value = numbers.get(column)?.[row] ?? texts.get(column)?.[row] ?? null;
    return Number.isNaN(value) ? null : value;
  };
  const text = (role: Role, row: number) => cell(role, row)?.toString().slice(0, 200) ?? null;
  const number = (role: Role, row: number) => {
    const value = cell(role, row);
    return typeof value === "number" ? value : null;
  };
  const truth = (role: Role, row: number) => truthIn(String(cell(role, row) ?? ""));
  const start = numbers.get("start_time");
  const trials = Array.from({ length: rows }, (_, row): RecordedTrial => {
    return {
      ...{ index: row + 1, start: start && !Number.isNaN(start[row]) ? start[row] : null },
      ...{ type: text("type", row), cue: text("cue", row), rewardMagnitude: number("reward", row) },
      ...{ omitted: truth("omitted", row), stimulated: truth("stimulated", row), dose: number("dose", row) },
      ...{ itiSeconds: number("iti", row), excluded: truth("excluded", row) ?? false, alignedAt: null },
    };
  });
  yield { kind: "trials", ...place, trials };
  const measures = [...numbers.keys()].filter((name) => !used.has(name));
  if (measures.length > 0)
    yield {
      kind: "measures",
      measures: measures.map((id) => ({
        id,
        unit: id.endsWith("_time") ? "s" : "as in the file",
        window: null,
        processing: "",
      })),
    };
  const indexes = trials.map(({ index }) => index);
  for (const measure of measures)
    yield { kind: "values", ...place, measure, trials: indexes, values: numbers.get(measure)!.slice() };
  const others = [...left, ...[...texts.keys()].filter((name) => !used.has(name))];
  if (others.length > 0) notes.remark(`Columns of the trials table were left out: ${listed(others)}.`);
}
