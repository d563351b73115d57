/** Small multiples of groups: one panel per arm with models overlaid, one per model with arms overlaid, or all in one. */
import type { GroupView } from "@/contracts/comparison";
import { familyOf, type Encoding } from "../encoding";
import type { Drawn } from "./prepare-lines";

export type FacetBy = "arm" | "model" | "none";

/** "ACTR rate v3" from "ACTR rate v3 · stimLick-", also with more behind: what the arms of a model have in common. */
export function familyLabel({ label, arm }: Pick<GroupView, "label" | "arm">): string {
  if (!arm) return label;
  const parts = label.split(" · ");
  const others = parts.filter((part) => part !== arm.title && part !== arm.key);
  return others.length > 0 ? others.join(" · ") : label;
}

interface Placed {
  readonly key: string;
  readonly title: string;
  readonly drawn: readonly (Drawn & { readonly entry: string })[];
}

const facetOf = (group: GroupView, by: FacetBy): { key: string; title: string; entry: string } => {
  if (by === "none") return { key: "all", title: "", entry: group.label };
  if (by === "model")
    return { key: familyOf(group), title: familyLabel(group), entry: group.arm?.title ?? group.label };
  if (!group.arm) return { key: "recordings", title: "Recordings", entry: group.label };
  return { key: `arm ${group.arm.key}`, title: group.arm.title, entry: familyLabel(group) };
};

/** Facets in the order in which groups come. Two families of one name get a number, so that no entry means two things. */
export function placeInFacets(drawn: readonly Drawn[], by: FacetBy): Placed[] {
  const facets = new Map<string, { key: string; title: string; drawn: (Drawn & { entry: string })[] }>();
  const names = new Map<string, string>();
  const unique = (wanted: string, owner: string) => {
    let name = wanted;
    for (let turn = 2; names.has(name) && names.get(name) !== owner; turn += 1) name = `${wanted} (${turn})`;
    names.set(name, owner);
    return name;
  };
  for (const one of drawn) {
    const { key, title, entry } = facetOf(one.group, by);
    const facet = facets.get(key) ?? { key, title, drawn: [] };
    facets.set(key, facet);
    const owner = by === "arm" ? familyOf(one.group) : by === "model" ? entry : one.group.key;
    facet.drawn.push({ ...one, entry: unique(entry, owner) });
  }
  return [...facets.values()];
}

/** What a legend entry shows: without the dash where arms are facets, without hue where models are. */
export const stripFor = (by: FacetBy) => (encoding: Encoding) =>
  by === "arm" ? { ...encoding, dash: null } : encoding;
