/** Edits of a comparison's state that keep what is hidden with its group when places in the list change. */
import type { GroupRef } from "@/contracts/comparison";
import type { PageState } from "./state";

export const mostGroups = 24;
export const sameRef = (a: GroupRef, b: GroupRef) => refKey(a) === refKey(b);
/** Independent of the order of properties. */
export const refKey = (ref: GroupRef): string =>
  JSON.stringify(
    ref.kind === "simulation"
      ? [ref.kind, ref.experiment, ref.model, ref.arm]
      : [ref.kind, ref.dataset, ref.group],
  );

function regroup(state: PageState, groups: GroupRef[]): PageState {
  const hidden = new Set(state.hidden.map((place) => state.groups[place] && refKey(state.groups[place])));
  return {
    ...state,
    groups,
    hidden: groups.flatMap((ref, place) => (hidden.has(refKey(ref)) ? [place] : [])),
  };
}

export function moveGroup(state: PageState, from: number, to: number): PageState {
  const groups = [...state.groups];
  const [moved] = groups.splice(from, 1);
  if (!moved) return state;
  groups.splice(Math.min(groups.length, Math.max(0, to)), 0, moved);
  return regroup(state, groups);
}

export const removeGroup = (state: PageState, place: number): PageState =>
  regroup(
    state,
    state.groups.filter((_, index) => index !== place),
  );

/** Groups that already stand there are not added twice. */
export const addGroups = (state: PageState, added: readonly GroupRef[]): PageState =>
  regroup(
    state,
    [...state.groups, ...added.filter((ref) => !state.groups.some((own) => sameRef(own, ref)))].slice(
      0,
      mostGroups,
    ),
  );

export const toggleHidden = (state: PageState, place: number): PageState => ({
  ...state,
  hidden: state.hidden.includes(place)
    ? state.hidden.filter((one) => one !== place)
    : [...state.hidden, place].sort((a, b) => a - b),
});

export function zoomAxis(
  state: PageState,
  axis: string,
  range: { from: number; to: number } | null,
): PageState {
  const { [axis]: _, ...others } = state.zoom ?? {};
  const zoom = range ? { ...others, [axis]: round(range) } : others;
  if (Object.keys(zoom).length > 0) return { ...state, zoom };
  const { zoom: __, ...rest } = state;
  return rest;
}

// an address with sixteen digits helps nobody
const round = ({ from, to }: { from: number; to: number }) => {
  const digits = Math.max(0, 3 - Math.floor(Math.log10(to - from)));
  return { from: Number(from.toFixed(digits)), to: Number(to.toFixed(digits)) };
};
