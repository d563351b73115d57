import { env } from "../../env";
import type { DatasetImportInput } from "../../../contracts/dataset";
import { importDataset, receiveUpload, runImport } from "../../datasets/service";
import { readHere } from "../../testing/read-here";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow, RouteRow } from "./row";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
/** Content that no other upload has, so that each has an id of its own. */
const small = (lab: LabFixture) =>
  `id,trial,s1,s2,s3,s4,s5,note\nm1,1,1,2,3,4,5,${lab.slug} ${lab.unique("note")}\n`;
const makeUpload = (lab: LabFixture, text = small(lab)) =>
  receiveUpload(lab.grant, `${lab.unique("recording")}.csv`, bytesOf(text));

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
  { name: "datasets.import", access: "dataset:create", input: wanted, free: ["name"] },
  {
    name: "datasets.retry",
    access: "dataset:create",
    input: async (lab) => ({ datasetId: (await makeRefused(lab)).datasetId }),
  },
  {
    name: "datasets.archive",
    access: "dataset:archive",
    input: async (lab) => ({ ...(await aboutOne(lab)), archived: true }),
  },
];

export const uploadRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/uploads/route.ts",
    method: "POST",
    access: "dataset:create",
    request: (lab) => {
      const url = new URL(`/api/lab/${lab.slug}/uploads?name=recording.csv`, env().NEXTAUTH_URL);
      return new Request(url, { method: "POST", headers: { origin: url.origin }, body: small(lab) });
    },
    params: (lab) => ({ lab: lab.slug }),
  },
  {
    file: "app/api/lab/[lab]/datasets/[version]/export/route.ts",
    method: "GET",
    access: "dataset:read",
    request: (lab) =>
      new Request(new URL(`/api/lab/${lab.slug}/datasets/x/export?format=csv`, env().NEXTAUTH_URL)),
    params: async (lab) => ({ lab: lab.slug, version: (await makeDataset(lab)).id }),
  },
];
