import type { ComparisonState, GroupRef } from "../../../contracts/comparison";
import type { PanelContent, PanelData, RunPlace } from "../../../contracts/dashboard-panel";
import type { Reading } from "../../dashboards/service";
import { Problem } from "../../errors";
import type { NotForPublic, Sources } from "./withheld";

export async function sourcesOf(reading: Reading, contents: readonly PanelContent[]): Promise<Sources> {
  const found = { groups: [] as GroupRef[], runs: [] as RunPlace[], datasets: [] as string[] };
  for (const content of contents) {
    if ("source" in content) found.groups.push(...(await groupsOf(reading, content.source)));
    if (content.kind === "run") found.runs.push(content.run);
    if (content.kind === "dataset") found.datasets.push(content.version);
  }
  for (const ref of found.groups) if (ref.kind === "recording") found.datasets.push(ref.dataset);
  return { ...found, datasets: [...new Set(found.datasets)] };
}

type Source = Extract<PanelContent, { source: unknown }>["source"];

/** A comparison that is gone has none: its panel says so when it is read. */
async function groupsOf(reading: Reading, source: Source): Promise<readonly GroupRef[]> {
  if (source.from === "state") return source.state.groups;
  try {
    return (await reading.comparison(source.comparison)).state.groups;
  } catch (error) {
    if (error instanceof Problem && error.details.code === "not-found") return [];
    throw error;
  }
}

/** The same comparison without groups that may not be published. */
function permitted(state: ComparisonState, withheld: NotForPublic): ComparisonState {
  const kept = state.groups.flatMap((ref, place) => (withheld.group(ref) ? [] : [place]));
  return {
    ...state,
    groups: kept.map((place) => state.groups[place]),
    hidden: state.hidden.flatMap((place) => (kept.includes(place) ? kept.indexOf(place) : [])),
  };
}

export const permittedReading = (reading: Reading, withheld: NotForPublic): Reading => ({
  ...reading,
  comparison: async (id) => {
    const comparison = await reading.comparison(id);
    return { ...comparison, state: permitted(comparison.state, withheld) };
  },
});

/** The panel as it may be read, or what stands in its place. */
export async function permittedContent(
  reading: Reading,
  content: PanelContent,
  withheld: NotForPublic,
): Promise<{ readonly content: PanelContent } | { readonly instead: PanelData }> {
  if ("source" in content) {
    const refs = await groupsOf(reading, content.source);
    const reasons = refs.map((ref) => withheld.group(ref));
    if (refs.length > 0 && reasons.every(Boolean)) return { instead: leftOut(reasons[0]!) };
    if (content.source.from === "state")
      return {
        content: { ...content, source: { from: "state", state: permitted(content.source.state, withheld) } },
      };
  }
  const reason =
    content.kind === "run"
      ? withheld.run(content.run)
      : content.kind === "dataset"
        ? withheld.dataset(content.version)
        : null;
  return reason ? { instead: leftOut(reason) } : { content };
}

const leftOut = (why: string): PanelData => ({ kind: "problem", what: "Not published.", next: why });
