/** Small multiples of groups: one panel per arm with models overlaid, one per model with arms overlaid, or all in one. */
import type { GroupView } from "@/contracts/comparison";
import { familyOf, type Encoding } from "../encoding";
import type { LegendEntry } from "./line-figure";
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

/** Facets in the order of all `groups`, so that hiding one moves no panel. Two families of one name get a number, so that no entry means two things. */
export function placeInFacets(drawn: readonly Drawn[], by: FacetBy, groups: readonly GroupView[]): Placed[] {
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
  const order = [...new Set(groups.map((group) => facetOf(group, by).key))];
  return [...facets.values()].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

/** Arms as such, of no model: muted ink. */
const armInk = { light: "#565f6a", dark: "#9aa3ae" };

/** What a legend entry shows: without the dash where arms are facets, without hue and marker where models are. */
export const stripFor = (by: FacetBy) => (encoding: Encoding) =>
  by === "arm"
    ? { ...encoding, dash: null }
    : by === "model"
      ? { ...encoding, ink: armInk, marker: null }
      : encoding;

/**
 * A legend for many groups at once: models by colour and marker, then arms by dash. Null where it would not be shorter than
 * one entry per group.
 */
export function crossedLegend(
  groups: readonly GroupView[],
  encodings: ReadonlyMap<string, Encoding>,
): LegendEntry[] | null {
  const models = new Map<string, LegendEntry>();
  const arms = new Map<string, LegendEntry>();
  for (const group of groups) {
    const encoding = encodings.get(group.key);
    if (!encoding) continue;
    const family = familyOf(group);
    if (!models.has(family))
      models.set(family, { text: familyLabel(group), encoding: { ...encoding, dash: null } });
    if (group.arm && !arms.has(group.arm.key))
      arms.set(group.arm.key, {
        text: group.arm.title,
        encoding: { ...encoding, ink: armInk, marker: null },
      });
  }
  const crossed = [...models.values(), ...arms.values()];
  return arms.size > 1 && models.size > 1 && crossed.length < groups.length ? crossed : null;
}
