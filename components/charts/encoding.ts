/**
 * How a group looks, everywhere: hue is the role of dopamine, lightness and marker tell models of one role apart, the dash
 * is the arm. Recordings are in ink. Nothing here reads the page, so a figure and its export cannot differ.
 */
import type { GroupView } from "@/contracts/comparison";
import type { DopamineRole } from "@/engine/declaration";
import { markers, type Marker } from "./marker";

/** One colour for light paper, one for dark. */
export interface Ink {
  readonly light: string;
  readonly dark: string;
}
export interface Encoding {
  readonly kind: "simulation" | "recording";
  readonly ink: Ink;
  /** Null only in a legend that explains dashes apart from colours. */
  readonly marker: Marker | null;
  /** SVG dash array; null is solid. */
  readonly dash: string | null;
}
type Encoded = Pick<GroupView, "key" | "ref" | "dopamineRole" | "arm">;

const ramp = (light: readonly string[], dark: readonly string[]): readonly Ink[] =>
  light.map((colour, index) => ({ light: colour, dark: dark[index] }));

/**
 * Shades of one hue, the role's own colour first. Each has at least 3:1 against its paper; neighbours in the list are far
 * apart in lightness, because two or three models of a role are the usual case.
 */
export const roleInks: Readonly<Record<DopamineRole | "none", readonly Ink[]>> = {
  "learning rate": ramp(
    ["#0072b2", "#034167", "#3793d6", "#01639b"],
    ["#0072b2", "#9bd1fe", "#45a0e3", "#c3e2fd"],
  ),
  error: ramp(["#d55e00", "#652900", "#dc6410", "#964104"], ["#d55e00", "#ffb894", "#f87d36", "#fed4c0"]),
  reinforcement: ramp(
    ["#009e73", "#004933", "#06835f", "#066f50"],
    ["#009e73", "#6ce5b6", "#3fbe91", "#81f9c9"],
  ),
  gain: ramp(["#b97f07", "#523704", "#926509", "#7c5507"], ["#e69f00", "#fed79e", "#a9750b", "#febd53"]),
  contingency: ramp(
    ["#cc79a7", "#651b4a", "#9e507d", "#8b3e6b"],
    ["#cc79a7", "#ffcee7", "#9e507d", "#ffaed9"],
  ),
  none: ramp(["#79818b", "#373e47", "#686f79", "#575e68"], ["#79818b", "#c3cbd6", "#9199a3", "#d6dfea"]),
};
export const recordingInks = ramp(["#16191d", "#686f79", "#373e47"], ["#e6e8eb", "#9199a3", "#c3cbd6"]);

const armDashes: Readonly<Record<string, string | null>> = {
  control: null,
  "stimLick-": "10 4",
  "stimLick+": "4 3",
  stimLarge: "1.5 3",
  knockout: "9 3 1.5 3",
  depletion: "9 3 1.5 3 1.5 3",
};
const spareDashes = ["6 2 2 2", "12 3 4 3", "2 2", "14 3 2 3"];

/** The dash of an arm; arms of other paradigms take spare dashes in the order in which they come. */
function dashOf(arm: string, others: string[]): string | null {
  if (arm in armDashes) return armDashes[arm];
  if (!others.includes(arm)) others.push(arm);
  return spareDashes[others.indexOf(arm) % spareDashes.length];
}

const isRole = (role: string | null): role is DopamineRole => role !== null && role in roleInks;

/** What counts as one line of thought: a model of an experiment, or a dataset. Its arms share colour and marker. */
export const familyOf = ({ ref }: Pick<GroupView, "ref">) =>
  ref.kind === "simulation" ? `s ${ref.experiment} ${ref.model}` : `r ${ref.dataset} ${ref.group}`;

/** Looks of all groups of a page, by key, in the order of the list. Hidden groups count, so that hiding recolours nothing. */
export function encodeGroups(groups: readonly Encoded[]): ReadonlyMap<string, Encoding> {
  const families = new Map<string, string[]>();
  const otherArms: string[] = [];
  const encodings = new Map<string, Encoding>();
  for (const group of groups) {
    const recording = group.ref.kind === "recording";
    const hue = recording ? "recording" : isRole(group.dopamineRole) ? group.dopamineRole : "none";
    const members = families.get(hue) ?? [];
    families.set(hue, members);
    const family = familyOf(group);
    if (!members.includes(family)) members.push(family);
    const rank = members.indexOf(family);
    const inks = hue === "recording" ? recordingInks : roleInks[hue];
    encodings.set(group.key, {
      kind: group.ref.kind,
      ink: inks[rank % inks.length],
      // a second turn through the shades comes with other markers, because the two counts are coprime
      marker: markers[rank % markers.length],
      dash: group.ref.kind === "simulation" ? dashOf(group.ref.arm, otherArms) : null,
    });
  }
  return encodings;
}

/** As CSS: the browser takes the colour of the theme, and computed styles are plain colours again. */
export const cssColour = ({ light, dark }: Ink) => (light === dark ? light : `light-dark(${light}, ${dark})`);
