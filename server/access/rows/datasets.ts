import { env } from "../../env";
import type { DatasetImportInput } from "../../../contracts/dataset";
import { importDataset, runImport } from "../../datasets/service";
import { readHere } from "../../testing/read-here";
import type { LabFixture } from "../testing/lab-fixture";
import { makeUpload } from "./uploads";
import type { ProcedureRow, RouteRow } from "./row";

const wanted = async (lab: LabFixture, text?: string): Promise<Omit<DatasetImportInput, "lab">> => ({
  uploadId: (await makeUpload(lab, text)).id,
  ...{ datasetId: null, name: lab.unique("dataset"), licence: "CC0-1.0", citation: "Nobody, nowhere" },
  answers: {
    "study.task": "Random rewards",
    "signals.s.samplingRateHz": 25,
    "signals.s.t0Seconds": 0,
    "signals.s.alignment": "lick",
  },
});

/** A dataset of one animal, imported, new with each call. */
export async function makeDataset(lab: LabFixture) {
  const version = await importDataset(lab.grant, await wanted(lab));
  await runImport(version.id, readHere);
  return version;
}

async function makeRefused(lab: LabFixture) {
  const version = await importDataset(
    lab.grant,
    await wanted(lab, `just notes about ${lab.unique(lab.slug)}\n`),
  );
  await runImport(version.id, readHere);
  return version;
}

const aboutOne = async (lab: LabFixture) => ({ datasetId: (await makeDataset(lab)).datasetId });

export const datasets: readonly ProcedureRow[] = [
  { name: "datasets.list", access: "dataset:read" },
  { name: "datasets.get", access: "dataset:read", input: aboutOne },
  { name: "datasets.history", access: "dataset:read", input: aboutOne },
  {
    name: "datasets.subject",
    access: "dataset:read",
    input: async (lab) => ({ versionId: (await makeDataset(lab)).id, subject: "m1" }),
  },
  {
    name: "datasets.session",
    access: "dataset:read",
    input: async (lab) => ({ versionId: (await makeDataset(lab)).id, subject: "m1", session: 1 }),
  },
  { name: "datasets.import", access: "dataset:create", input: wanted, free: ["name"] },
  {
    name: "datasets.inspect",
    access: "dataset:create",
    input: async (lab) => ({ uploadId: (await makeUpload(lab)).id }),
  },
  {
    name: "datasets.inspectAgain",
    access: "dataset:create",
    input: async (lab) => ({ uploadId: (await makeUpload(lab)).id }),
  },
  {
    name: "datasets.cancel",
    access: "dataset:create",
    input: async (lab) => ({ datasetId: (await importDataset(lab.grant, await wanted(lab))).datasetId }),
  },
  {
    name: "datasets.retry",
    access: "dataset:create",
    input: async (lab) => ({ datasetId: (await makeRefused(lab)).datasetId }),
  },
];

export const datasetRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/datasets/[version]/export/route.ts",
    method: "GET",
    access: "dataset:read",
    request: (lab) =>
      new Request(new URL(`/api/lab/${lab.slug}/datasets/x/export?format=csv`, env().NEXTAUTH_URL)),
    params: async (lab) => ({ lab: lab.slug, version: (await makeDataset(lab)).id }),
  },
];
