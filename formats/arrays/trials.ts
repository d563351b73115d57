import type { RecordedTrial, RecordingPart } from "@/contracts/recording";
import { emptyTrial } from "../alignment";
import { codeIn, codedFields, decoded, type CodedField, type Meanings } from "../codes";
import type { Selection } from "./events";
import type { ArrayRole } from "./guess";
import type { Lists } from "./lists";
import type { Place, Register } from "./places";
import type { Identity } from "./survey";

/** The trials of each session of a recording: those that its lists name, or one session with all of them. */
export function selections(
  register: Register,
  own: Identity,
  { trials, roles }: Lists,
): { parts: RecordingPart[]; selections: Selection[] } {
  const parts: RecordingPart[] = [];
  const rows = new Map<string, { place: Place; rows: number[] }>();
  const name = (role: "subject" | "session", row: number, otherwise: string) => {
    const list = roles.get(role);
    return !list || list.length === 1 ? otherwise : (list.text(row) ?? "unnamed");
  };
  for (let row = 0; row < Math.max(1, trials); row++) {
    const [subject, session] = [name("subject", row, own.subject), name("session", row, own.session)];
    const key = JSON.stringify([subject, session]);
    let found = rows.get(key);
    if (!found) {
      const placed = register.place(subject, session);
      parts.push(...placed.parts);
      found = { place: placed.place, rows: [] };
      rows.set(key, found);
    }
    if (row < trials) found.rows.push(row);
  }
  const all = [...rows.values()].map(({ place, rows: chosen }) => ({
    ...{ place, rows: chosen, trials },
    indexes: chosen.map((_, at) => at + 1),
  }));
  return { parts, selections: all };
}

/** What the lists say of them. */
export function trialsOf(
  { rows, indexes }: Selection,
  { roles }: Lists,
  meanings: Meanings,
): RecordedTrial[] {
  const number = (role: ArrayRole, row: number) => {
    const list = roles.get(role);
    const value = list?.number(list.length === 1 ? 0 : row) ?? NaN;
    return Number.isFinite(value) ? value : null;
  };
  const code = (field: CodedField, row: number) => {
    const list = roles.get(field);
    return list ? codeIn(list.text(list.length === 1 ? 0 : row) ?? "") : null;
  };
  return rows.map((row, at) => ({
    ...{ ...emptyTrial, index: indexes[at], start: number("start", row), alignedAt: number("aligned", row) },
    ...{ rewardMagnitude: number("reward", row), dose: number("dose", row), itiSeconds: number("iti", row) },
    ...decoded(
      meanings,
      Object.fromEntries(codedFields.map((field) => [field, code(field, row)])) as Record<
        CodedField,
        string | null
      >,
    ),
  }));
}
