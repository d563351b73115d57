import { comparisonState, type GroupRef } from "../../../contracts/comparison";
import { type DashboardDocument, dashboardDocument } from "../../../contracts/dashboard";
import { describeSubject } from "../../../engine/subject";
import { computeQueued, scenario } from "../../../worker/testing/scenario";
import { makeDataset } from "../../access/rows/datasets";
import { type LabFixture, makeLab } from "../../access/testing/lab-fixture";
import { recordAnimals } from "../../access/testing/recorded-animals";
import { saveComparison } from "../../comparisons/service";
import { createDashboard } from "../../dashboards/service";
import { launchExperiment } from "../../experiments/service";

export interface LabWithDashboard {
  readonly lab: LabFixture;
  readonly dashboard: string;
  readonly document: DashboardDocument;
  readonly model: string;
}

/** A lab with runs that are done, some of them yoked to animals, recordings, and a dashboard with every kind of panel. */
export async function labWithDashboard(slug: string): Promise<LabWithDashboard> {
  const lab = await makeLab(slug);
  const base = await scenario(lab.slug);
  const subjects = [0, 1].map((index) => describeSubject(index));
  const arms = ["control", "stimLick+"];
  const { id: experiment } = await launchExperiment(base.grant, base.wanted({ arms, subjects }));
  const animals = { "Lovelace mouse 1": "cCouc.cc", "Lovelace mouse 2": "coC" };
  const { versionId: met } = await recordAnimals(lab, animals, "stimLick+");
  const { id: yoked } = await launchExperiment(base.grant, {
    ...base.wanted({ name: "yoked", arms, subjects, trials: undefined }),
    yoke: { datasetVersionId: met, group: "stimLick+" },
  });
  const [model] = base.wanted().modelVersionIds;
  await computeQueued(base.grant);
  const { id: recording } = await makeDataset(lab);
  const groups: GroupRef[] = [
    ...arms.map((arm) => ({ kind: "simulation" as const, experiment, model, arm })),
    { kind: "simulation", experiment: yoked, model, arm: "stimLick+" },
    { kind: "recording", dataset: recording, group: "" },
  ];
  const state = comparisonState.parse({ groups, block: 20, trials: { from: 1, to: 10 } });
  const { id: comparison } = await saveComparison(lab.grant, { name: "Both readings", notes: "", state });
  const run = { experiment, model, arm: "stimLick+", subject: "p1 r201", repetition: 0 };
  const saved = { from: "comparison" as const, comparison };
  const panels = Object.entries({
    curve: { kind: "chart", source: { from: "state", state }, figure: "curve:prepLick" },
    traces: { kind: "traces", source: saved, signal: "dopamine" },
    table: { kind: "table", source: saved, measures: null, trials: null },
    raster: { kind: "run", run, show: { as: "raster" } },
    map: { kind: "run", run, show: { as: "heat-map", type: "cued" } },
    series: { kind: "run", run, show: { as: "curve", measure: "prepLick" } },
    recording: { kind: "dataset", version: recording },
    words: { kind: "text", text: "Learning rates, as notes of old had it [@Ada1843]." },
  });
  const document = dashboardDocument.parse({
    panels: panels.map(([id, content], index) => ({
      ...{ id, title: "", place: { x: index % 2 === 0 ? 0 : 6, w: 6, h: 2 }, content },
      bind: id === "curve" ? { measure: "measure", model: "models" } : {},
    })),
    variables: [
      { kind: "measure", name: "measure", title: "Measure", value: "prepLick" },
      { kind: "model", name: "models", title: "Models", value: [model] },
    ],
    references: [
      {
        ...{ key: "Ada1843", authors: "A. Byron", year: "1843", title: "Notes", container: "" },
        ...{ doi: "10.1234/notes", url: "" },
      },
    ],
  });
  const { id: dashboard } = await createDashboard(lab.grant, { name: "Board", document });
  return { lab, dashboard, document, model };
}
