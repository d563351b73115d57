import type { RecordedTrial } from "@/contracts/recording";
import { isGap, numberIn, truthIn } from "./cell";
import type { Role } from "./roles";
import type { Row, Table } from "./table";

/** Columns that become fields of a trial rather than measures. */
export const trialRoles: readonly Role[] = [
  ...(["subject", "session", "trial", "group", "sex", "genotype", "start", "type", "cue"] as const),
  ...(["reward", "omitted", "stimulated", "dose", "iti", "excluded"] as const),
];

/** The trial that a row describes. */
export function trialIn({ roles, dialect }: Table, { cells }: Row, index: number): RecordedTrial {
  const text = (role: Role) => {
    const column = roles[role];
    return column === undefined || isGap(cells[column]) ? null : cells[column].trim().slice(0, 200);
  };
  const number = (role: Role) => {
    const column = roles[role];
    const value = column === undefined ? NaN : (numberIn(cells[column], dialect.decimalComma) ?? NaN);
    return Number.isNaN(value) ? null : value;
  };
  const truth = (role: Role) => {
    const column = roles[role];
    return column === undefined ? null : truthIn(cells[column]);
  };
  return {
    ...{
      index,
      start: number("start"),
      type: text("type"),
      cue: text("cue"),
      rewardMagnitude: number("reward"),
    },
    ...{ omitted: truth("omitted"), stimulated: truth("stimulated"), dose: number("dose") },
    ...{ itiSeconds: number("iti"), excluded: truth("excluded") ?? false, alignedAt: null },
  };
}

/** The trial's number in its column; null where there is no column or no whole number in it. */
export function trialNumber({ roles, dialect }: Table, { cells }: Row): number | null {
  const value = roles.trial === undefined ? undefined : numberIn(cells[roles.trial], dialect.decimalComma);
  return value !== undefined && Number.isSafeInteger(value) ? value : null;
}
