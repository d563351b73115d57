import type { SessionFigures } from "@/contracts/session";

/** Which trials of a session are shown. The address says all of it. */
export interface TrialFilter {
  /** As in the source; null takes every type. */
  readonly type: string | null;
  /** With a lick in the last 750 ms before reward, or without. */
  readonly lick: "plus" | "minus" | null;
  readonly stimulated: boolean | null;
  /** Numbers of trials, both included; null is open. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether trials that analyses leave out are shown too. */
  readonly excluded: boolean;
}

const number = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : null);

export const filterOf = (query: URLSearchParams): TrialFilter => ({
  type: query.get("type"),
  lick: query.get("lick") === "plus" ? "plus" : query.get("lick") === "minus" ? "minus" : null,
  stimulated: query.get("stimulated") === "1" ? true : query.get("stimulated") === "0" ? false : null,
  from: number(query.get("from")),
  to: number(query.get("to")),
  excluded: query.get("excluded") === "1",
});

/** Rows of the trials that pass. `lickPlus` is the measure of that name, one entry per trial. */
export function rowsThatPass(
  { trials, measures }: Pick<SessionFigures, "trials" | "measures">,
  filter: TrialFilter,
): number[] {
  const lickPlus = measures.find(({ key }) => key === "lickPlus")?.values ?? [];
  return trials.flatMap(({ index, type, stimulated, excluded }, row) => {
    const passes =
      (filter.type === null || (type ?? "") === filter.type) &&
      (filter.lick === null || lickPlus[row] === (filter.lick === "plus" ? 1 : 0)) &&
      (filter.stimulated === null || stimulated === filter.stimulated) &&
      (filter.from === null || index >= filter.from) &&
      (filter.to === null || index <= filter.to) &&
      (filter.excluded || !excluded);
    return passes ? [row] : [];
  });
}
