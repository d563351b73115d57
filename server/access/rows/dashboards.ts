import { comparisonState } from "../../../contracts/comparison";
import type { DashboardDocument, Panel } from "../../../contracts/dashboard";
import { saveComparison } from "../../comparisons/service";
import { createDashboard } from "../../dashboards/service";
import { getExperiment } from "../../experiments/service";
import type { LabFixture } from "../testing/lab-fixture";
import { makeDataset } from "./datasets";
import { makeExperiment } from "./experiments";
import type { ProcedureRow } from "./row";

/** One panel of every kind that points at something, and one of text. */
async function makeDocument(lab: LabFixture): Promise<DashboardDocument> {
  const experiment = (await makeExperiment(lab)).id;
  const { models, arms, cells } = await getExperiment(lab.grant, experiment);
  const [{ id: model }, { key: arm }, [cell]] = [models[0], arms[0], cells];
  const state = comparisonState.parse({ groups: [{ kind: "simulation", experiment, model, arm }] });
  const { id: comparison } = await saveComparison(lab.grant, {
    name: lab.unique("comparison"),
    notes: "",
    state,
  });
  const source = { from: "comparison" as const, comparison };
  const contents: Panel["content"][] = [
    { kind: "chart", source: { from: "state", state }, figure: "curve:prepLick", look: {} },
    { kind: "table", source, measures: null, trials: null },
    { kind: "traces", source, signal: "dopamine", look: {} },
    {
      kind: "run",
      run: { experiment, model, arm, subject: cell.subjectKey, repetition: 0 },
      show: { as: "raster" },
    },
    { kind: "dataset", version: (await makeDataset(lab)).id },
    { kind: "text", text: "words" },
  ];
  return {
    panels: contents.map((content, index) => ({
      ...{ id: `panel-${index}`, title: "", place: { x: 0, w: 6, h: 2 }, bind: {}, content },
    })),
    variables: [],
    references: [],
  };
}

/** A dashboard of every kind of panel, new with each call. */
export const makeDashboard = async (lab: LabFixture) =>
  createDashboard(lab.grant, { name: lab.unique("dashboard"), document: await makeDocument(lab) });

const aboutOne = async (lab: LabFixture) => {
  const document = { panels: [], variables: [], references: [] };
  return { id: (await createDashboard(lab.grant, { name: lab.unique("dashboard"), document })).id };
};
const version1 = async (lab: LabFixture) => ({ ...(await aboutOne(lab)), number: 1 });

export const dashboards: readonly ProcedureRow[] = [
  { name: "dashboards.list", access: "dashboard:read" },
  {
    name: "dashboards.view",
    access: "dashboard:read",
    input: async (lab) => ({ id: (await makeDashboard(lab)).id, version: null, values: "" }),
  },
  { name: "dashboards.history", access: "dashboard:read", input: aboutOne },
  { name: "dashboards.version", access: "dashboard:read", input: version1 },
  {
    name: "dashboards.resolve",
    access: "dashboard:read",
    input: async (lab) => {
      const { panels } = await makeDocument(lab);
      return { panels: panels.map(({ id, content }) => ({ id, content })) };
    },
    // answered panel by panel: server/dashboards/dashboards.integration.test.ts holds them to the same answer
    free: [
      "panels.0.content.source.state.groups.0.experiment",
      "panels.0.content.source.state.groups.0.model",
      "panels.1.content.source.comparison",
      "panels.2.content.source.comparison",
      "panels.3.content.run.experiment",
      "panels.3.content.run.model",
      "panels.4.content.version",
    ],
  },
  { name: "dashboards.draft", access: "dashboard:create", input: aboutOne },
  {
    name: "dashboards.create",
    access: "dashboard:create",
    input: async (lab) => ({ name: lab.unique("dashboard"), document: await makeDocument(lab) }),
    free: ["name"],
  },
  {
    name: "dashboards.saveDraft",
    access: "dashboard:create",
    input: async (lab) => ({ ...(await aboutOne(lab)), revision: 1, document: await makeDocument(lab) }),
  },
  {
    name: "dashboards.save",
    access: "dashboard:create",
    input: async (lab) => ({ ...(await aboutOne(lab)), revision: 1, message: "" }),
  },
  {
    name: "dashboards.restore",
    access: "dashboard:create",
    input: async (lab) => ({ ...(await version1(lab)), revision: 1 }),
  },
];
