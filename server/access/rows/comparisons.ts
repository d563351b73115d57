import { comparisonNwbQuery, comparisonState, type GroupRef } from "../../../contracts/comparison";
import { getDataset } from "../../datasets/service";
import { getExperiment } from "../../experiments/service";
import { saveComparison, viewComparison } from "../../comparisons/service";
import { env } from "../../env";
import type { LabFixture } from "../testing/lab-fixture";
import { makeDataset } from "./datasets";
import { makeExperiment } from "./experiments";
import type { ProcedureRow, RouteRow } from "./row";

/** One group of runs that nobody computes, and one recording. */
async function groupsOf(lab: LabFixture): Promise<GroupRef[]> {
  const { id } = await makeExperiment(lab);
  const { models, arms } = await getExperiment(lab.grant, id);
  const { latest } = await getDataset(lab.grant, (await makeDataset(lab)).datasetId);
  return [
    { kind: "simulation", experiment: id, model: models[0].id, arm: arms[0].key },
    { kind: "recording", dataset: latest.id, group: latest.groups[0].group },
  ];
}

const query = async (lab: LabFixture) => ({
  groups: await groupsOf(lab),
  block: 100 as const,
  trials: { from: 1, to: 5 },
});

async function tracePanel(lab: LabFixture) {
  const input = await query(lab);
  const { panels } = await viewComparison(lab.grant, input);
  return { ...input, panel: panels.find(({ kind }) => kind === "trace")!.key };
}

/** A saved comparison, new with each call. */
export const makeComparison = async (lab: LabFixture) =>
  saveComparison(lab.grant, {
    name: lab.unique("comparison"),
    notes: "",
    state: comparisonState.parse({ groups: await groupsOf(lab) }),
  });

const saving = async (lab: LabFixture) => ({
  name: lab.unique("comparison"),
  notes: "",
  state: comparisonState.parse({ groups: await groupsOf(lab) }),
});

export const comparisons: readonly ProcedureRow[] = [
  { name: "comparisons.view", access: "comparison:read", input: query },
  { name: "comparisons.traceIndividuals", access: "comparison:read", input: tracePanel },
  { name: "comparisons.export", access: "comparison:read", input: tracePanel },
  { name: "comparisons.list", access: "comparison:read" },
  {
    name: "comparisons.get",
    access: "comparison:read",
    input: async (lab) => ({ id: (await makeComparison(lab)).id }),
  },
  { name: "comparisons.save", access: "comparison:create", input: saving, free: ["name"] },
  {
    name: "comparisons.update",
    access: "comparison:create",
    input: async (lab) => {
      const { id, updatedAt } = await makeComparison(lab);
      return { ...(await saving(lab)), id, updatedAt };
    },
    free: ["name"],
  },
  {
    name: "comparisons.setAside",
    access: "comparison:create",
    input: async (lab) => {
      const { id, state } = await makeComparison(lab);
      return { id, state };
    },
  },
  {
    name: "comparisons.history",
    access: "comparison:read",
    input: async (lab) => ({ id: (await makeComparison(lab)).id }),
  },
];

export const comparisonRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/comparisons/export/route.ts",
    method: "GET",
    access: "comparison:read",
    async request(lab) {
      const wanted = comparisonNwbQuery({ ...(await query(lab)), name: "as NWB" });
      return new Request(new URL(`/api/lab/${lab.slug}/comparisons/export?${wanted}`, env().NEXTAUTH_URL));
    },
    params: (lab) => ({ lab: lab.slug }),
  },
];
