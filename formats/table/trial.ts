import type { RecordedTrial } from "@/contracts/recording";
import { Codes, codeIn, codedFields, decoded, type CodedField, type Meanings } from "../codes";
import type { Notes } from "../reader";
import { numberIn } from "./cell";
import type { Mapped } from "./mapped";
import type { Role } from "./roles";
import type { Row } from "./table";

/** A trial as its row says it, before codes are known to mean anything. */
export interface WrittenTrial extends Pick<
  RecordedTrial,
  "index" | "start" | "rewardMagnitude" | "dose" | "itiSeconds"
> {
  readonly codes: Readonly<Record<CodedField, string | null>>;
}

/** The trial that a row describes. */
export function trialIn({ roles, dialect }: Mapped, { cells }: Row, index: number): WrittenTrial {
  const code = (role: Role) => {
    const column = roles[role];
    return column === undefined ? null : codeIn(cells[column]);
  };
  const number = (role: Role) => {
    const column = roles[role];
    const value = column === undefined ? NaN : (numberIn(cells[column], dialect.decimalComma) ?? NaN);
    return Number.isNaN(value) ? null : value;
  };
  return {
    ...{ index, start: number("start"), rewardMagnitude: number("reward"), dose: number("dose") },
    itiSeconds: number("iti"),
    codes: Object.fromEntries(codedFields.map((field) => [field, code(field)])) as WrittenTrial["codes"],
  };
}

/** What the codes of all these trials mean. */
export function meaningsOf(
  notes: Notes,
  { roles, columns }: Mapped,
  trials: Iterable<WrittenTrial>,
): Meanings {
  const called = codedFields.flatMap((field) =>
    roles[field] === undefined ? [] : [[field, columns[roles[field]]]],
  );
  const codes = new Codes(Object.fromEntries(called));
  for (const trial of trials) for (const field of codedFields) codes.note(field, trial.codes[field]);
  return codes.meanings(notes);
}

export const trialOf = (meanings: Meanings, { codes, ...trial }: WrittenTrial): RecordedTrial => ({
  ...trial,
  ...decoded(meanings, codes),
  alignedAt: null,
});

/** The trial's number in its column; null where there is no column or no whole number in it. */
export function trialNumber({ roles, dialect }: Mapped, { cells }: Row): number | null {
  const value = roles.trial === undefined ? undefined : numberIn(cells[roles.trial], dialect.decimalComma);
  return value !== undefined && Number.isSafeInteger(value) ? value : null;
}
