/** One whole panel of every kind, with data as the server gives it: for tests only. */
import { fixtureView } from "@/components/charts/testing/comparison-fixture";
import { comparisonState } from "@/contracts/comparison";
import type { ContentOf, DataOf, PanelKind } from "@/contracts/dashboard-panel";

type Example<K extends PanelKind> = { readonly content: ContentOf<K>; readonly data: DataOf<K> };

const view = fixtureView();
const state = comparisonState.parse({ groups: view.groups.map(({ ref }) => ref) });
const source = { from: "state" as const, state };
const shared = { comparison: { id: "c1", name: "Saved" }, groups: view.groups, hidden: [] };
const look = { band: "sem" as const, individuals: true };
const ofKind = (kind: string) => view.panels.filter((panel) => panel.kind === kind);
const run = { experiment: "e1", model: "m1", arm: "control", subject: "p1 r201", repetition: 0 };

export const examples: { readonly [K in PanelKind]: Example<K> } = {
  chart: {
    content: { kind: "chart", source, figure: "curve:prepLick", look: {} },
    data: { kind: "chart", ...shared, look, panels: ofKind("curve") },
  },
  traces: {
    content: { kind: "traces", source, signal: "dopamine", look: {} },
    data: { kind: "traces", ...shared, look, panels: ofKind("trace").filter(({ facet }) => facet) },
  },
  table: {
    content: { kind: "table", source, measures: ["prepLick"], trials: null },
    data: {
      ...{ kind: "table", ...shared, trials: { from: 1, to: 800 }, engineVersions: ["abc"] },
      rows: view.groups
        .filter(({ ref }) => ref.kind === "simulation")
        .map(({ key, n }) => ({
          ...{ group: key, measure: "prepLick", title: "Preparatory lick rate", unit: "Hz", window: "w", n },
          ...{ mean: 2.5, sd: 0.5, se: 0.2, low: 2, high: 3, intervalMethod: "95 % interval: Student t" },
          ...{ difference: null, trials: { withValue: 800, of: 800 }, reason: null },
        })),
    },
  },
  run: {
    content: { kind: "run", run, show: { as: "raster" } },
    data: {
      kind: "run",
      run: {
        ...{
          id: "r1",
          status: "done",
          trials: 2,
          trialsDone: 2,
          model: "TD v1",
          theory: "td",
          role: "error",
        },
        ...{ dopamineRole: "error", arm: "Control", subject: "p1 r201", repetition: 0, seed: 1 },
        ...{ engineVersion: "abc", specHash: "s", resultHash: "r" },
      },
      events: [{ at: 100, label: "cue" }],
      recorded: { as: "raster", licks: [[1200, 1500], []], stimulated: [false, true], trialMs: 3000 },
      reason: null,
    },
  },
  dataset: {
    content: { kind: "dataset", version: "v1" },
    data: {
      ...{ kind: "dataset", dataset: "d1", name: "Random rewards", number: 1, status: "imported" },
      ...{ subjects: 8, sessions: 19, trials: 580, groups: [{ group: "", subjects: 8, trials: 580 }] },
      signals: [
        { name: "Dopamine", region: "NAc", sensor: "", unit: "dF/F", samplingRateHz: 25, alignment: "lick" },
      ],
      ...{ licence: "CC0-1.0", citation: "Jeong 2022", source: "", contentHash: "h", remarks: ["one gap"] },
    },
  },
  text: {
    content: { kind: "text", text: "An **error** $\\delta$ [@a]." },
    data: { kind: "text" },
  },
};
