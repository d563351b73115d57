import {
  type ComparisonQuery,
  type ComparisonState,
  type ComparisonView,
  queryOf,
} from "../../../contracts/comparison";
import type { ComparisonSource } from "../../../contracts/dashboard-panel";
import { checkGroups } from "../../comparisons/service";
import type { Reading } from "./resolver";

/** A source as it stands now: the state, and the saved comparison that it is from. */
export interface Sourced {
  readonly state: ComparisonState;
  readonly comparison: { readonly id: string; readonly name: string } | null;
}

export async function sourced(reading: Reading, source: ComparisonSource): Promise<Sourced> {
  if (source.from === "state") return { state: source.state, comparison: null };
  const { id, name, state } = await reading.comparison(source.comparison);
  return { state, comparison: { id, name } };
}

export async function checkSource(reading: Reading, source: ComparisonSource): Promise<void> {
  if (source.from === "state") await checkGroups(reading.grant, source.state.groups);
  else await reading.comparison(source.comparison);
}

/** The source's view, by the block and window of the panel where it has its own, and the groups that the source hides. */
export async function viewOf(
  reading: Reading,
  { state }: Sourced,
  { block = state.block, trials = state.trials }: Partial<Pick<ComparisonQuery, "block" | "trials">>,
): Promise<{ view: ComparisonView; hidden: string[] }> {
  const { groups } = state;
  const view = await reading.view(queryOf({ ...state, block, trials }));
  const refs = new Map(view.groups.map(({ key, ref }) => [JSON.stringify(Object.entries(ref).sort()), key]));
  const hidden = state.hidden.flatMap((place) =>
    groups[place] ? (refs.get(JSON.stringify(Object.entries(groups[place]).sort())) ?? []) : [],
  );
  return { view, hidden };
}

/** The source's own way of showing. */
export const lookOf = ({ state: { band, facet, individuals } }: Sourced) => ({
  band,
  individuals,
  ...(facet && { facet }),
});
