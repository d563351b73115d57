/** Two states of one comparison that grew from one, field by field. */
import { canonicalJson } from "@/contracts/canonical-json";
import type { ComparisonState, GroupRef } from "@/contracts/comparison";

export type Side = "mine" | "theirs" | "both";
export type Field = Exclude<keyof ComparisonState, "hidden">;

export const fieldTitle: Record<Field, string> = {
  groups: "Groups",
  band: "Band",
  block: "Trials per point",
  trials: "Trials of the table",
  individuals: "Individuals",
  windows: "Windows of measures",
  relative: "Responses",
  facet: "Small multiples",
  panels: "Figures shown",
  zoom: "Zoom",
};
export const fields = Object.keys(fieldTitle) as Field[];

const text = (value: unknown) => canonicalJson(value ?? null);
/** Hidden groups are places in the list, and go with it. */
const partOf = (state: ComparisonState, field: Field): unknown =>
  field === "groups" ? [state.groups, state.hidden] : state[field];

export interface Difference {
  readonly field: Field;
  /** Whoever alone changed it is taken unless one says otherwise; what both changed is mine. */
  readonly usual: Side;
}

export function differencesOf(
  base: ComparisonState,
  mine: ComparisonState,
  theirs: ComparisonState,
): Difference[] {
  return fields
    .filter((field) => text(partOf(mine, field)) !== text(partOf(theirs, field)))
    .map((field) => {
      const untouched = text(partOf(mine, field)) === text(partOf(base, field));
      return { field, usual: untouched ? "theirs" : "mine" };
    });
}

const mostGroups = 24;
const sameGroup = (a: GroupRef, b: GroupRef) => text(a) === text(b);

/** Theirs, with the chosen fields of mine; both of the groups are theirs and then what only mine has. */
export function merged(
  mine: ComparisonState,
  theirs: ComparisonState,
  choice: (field: Field) => Side,
): ComparisonState {
  const out: Record<string, unknown> = { ...theirs };
  for (const field of fields) {
    if (choice(field) === "theirs") continue;
    if (field === "groups") {
      const added = mine.groups.filter((one) => !theirs.groups.some((other) => sameGroup(one, other)));
      out.groups = choice(field) === "both" ? [...theirs.groups, ...added].slice(0, mostGroups) : mine.groups;
      out.hidden = choice(field) === "both" ? theirs.hidden : mine.hidden;
    } else if (mine[field] === undefined) delete out[field];
    else out[field] = mine[field];
  }
  return out as ComparisonState;
}

/** A field in few words, for two that differ to be told apart. */
export function fieldWords(state: ComparisonState, field: Field, base: ComparisonState): string {
  const { groups, band, block, trials, individuals, windows, relative, facet, panels, zoom } = state;
  switch (field) {
    case "groups": {
      const added = groups.filter((one) => !base.groups.some((other) => sameGroup(one, other))).length;
      const gone = base.groups.filter((one) => !groups.some((other) => sameGroup(one, other))).length;
      const changes = [added > 0 && `${added} came`, gone > 0 && `${gone} went`].filter(Boolean);
      return [
        `${groups.length} groups`,
        changes.length > 0 ? changes.join(", ") : "in another order, or others hidden",
      ].join(": ");
    }
    case "band":
      return { sem: "SEM", sd: "SD", ci: "95 % interval" }[band];
    case "block":
      return String(block);
    case "trials":
      return `${trials.from}–${trials.to}`;
    case "individuals":
      return individuals ? "shown" : "not shown";
    case "windows":
      return windows ? `${Object.keys(windows).length} of its own` : "the usual ones";
    case "relative":
      return relative ? "relative to own control" : "in units of their own";
    case "facet":
      return { arm: "arms", model: "models", none: "none" }[facet ?? "arm"];
    case "panels":
      return panels ? `${panels.length} chosen` : "the usual ones";
    case "zoom":
      return Object.keys(zoom ?? {}).length === 0
        ? "none"
        : Object.values(zoom!)
            .map(({ from, to }) => `${from}–${to}`)
            .join(", ");
  }
}
