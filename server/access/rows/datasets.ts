import { env } from "../../env";
import type { WideTableMapping } from "../../../contracts/dataset";
import { importDataset, receiveUpload, runImport } from "../../datasets/service";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow, RouteRow } from "./row";

export const smallMapping: WideTableMapping = {
  kind: "wide-trial-table",
  subjectColumn: "id",
  sessionColumn: null,
  trialColumn: "trial",
  groupColumn: null,
  sampleColumns: { prefix: "s.", first: 1, count: 2 },
  valueColumns: [],
  signal: {
    ...{ name: "Dopamine", region: "NAc", sensor: "", unit: "dF/F", processing: "" },
    ...{ samplingRateHz: 25, t0Seconds: 0, alignment: "lick" },
  },
  task: "Random rewards",
  replicate: "mice",
  assumptions: [],
};

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
/** Content that no other upload has, so that each has an id of its own. */
const small = (lab: LabFixture) => `id,trial,s.1,s.2,note\nm1,1,0.5,1.5,${lab.slug} ${lab.unique("note")}\n`;
const makeUpload = (lab: LabFixture) =>
  receiveUpload(lab.grant, `${lab.unique("recording")}.csv`, bytesOf(small(lab)));

const wanted = async (lab: LabFixture) => ({
  uploadId: (await makeUpload(lab)).id,
  datasetId: null,
  name: lab.unique("dataset"),
  licence: "CC0-1.0",
  citation: "Nobody, nowhere",
  source: "",
  mapping: smallMapping,
});

/** A dataset of one animal, imported, new with each call. */
export async function makeDataset(lab: LabFixture) {
  const version = await importDataset(lab.grant, await wanted(lab));
  await runImport(version.id);
  return version;
}

async function makeRefused(lab: LabFixture) {
  const mapping = { ...smallMapping, subjectColumn: "absent" };
  const version = await importDataset(lab.grant, { ...(await wanted(lab)), mapping });
  await runImport(version.id);
  return version;
}

const aboutOne = async (lab: LabFixture) => ({ datasetId: (await makeDataset(lab)).datasetId });

export const datasets: readonly ProcedureRow[] = [
  { name: "datasets.list", access: "dataset:read" },
  { name: "datasets.get", access: "dataset:read", input: aboutOne },
  {
    name: "datasets.preview",
    access: "dataset:create",
    input: async (lab) => ({ uploadId: (await makeUpload(lab)).id }),
  },
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
];
