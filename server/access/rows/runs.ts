import { encodeRunRecord } from "../../../contracts/run-result";
import { getExperiment } from "../../experiments/service";
import { cancelRun } from "../../runs/service";
import { claimRun, finishRun } from "../../workers/service";
import type { LabFixture } from "../testing/lab-fixture";
import { makeExperiment } from "./experiments";
import { env } from "../../env";
import type { ProcedureRow, RouteRow } from "./row";

const makeRun = async (lab: LabFixture): Promise<string> =>
  (await getExperiment(lab.grant, (await makeExperiment(lab)).id)).cells[0].id;

/** A run that a worker has finished, with a result of no trials. */
export async function makeDoneRun(lab: LabFixture): Promise<string> {
  const run = await makeRun(lab);
  const claim = await claimRun("access contract", run);
  const licks = { times: new Int16Array(0), offsets: new Int32Array(1) };
  const nothing = { trials: 0, training: {}, probeTrials: new Int32Array(0), probes: {}, licks };
  const flags = { stimulated: new Uint8Array(0), types: new Uint8Array(0) };
  const parts = encodeRunRecord({ ...nothing, ...flags, traces: [], trainingTraces: [] });
  if (claim) await finishRun(claim.lease, { parts, cpuMs: 1 });
  return run;
}

const aboutOne = async (lab: LabFixture) => ({ run: await makeRun(lab) });

export const runs: readonly ProcedureRow[] = [
  {
    name: "runs.list",
    access: "run:read",
    input: async (lab) => ({ experiment: (await makeExperiment(lab)).id }),
  },
  { name: "runs.get", access: "run:read", input: aboutOne },
  { name: "runs.figures", access: "run:read", input: async (lab) => ({ run: await makeDoneRun(lab) }) },
  { name: "runs.again", access: "run:read", input: aboutOne },
  { name: "runs.cancel", access: "run:cancel", input: aboutOne },
  {
    name: "runs.retry",
    access: "run:create",
    input: async (lab) => {
      const input = await aboutOne(lab);
      await cancelRun(lab.grant, input.run);
      return input;
    },
  },
  { name: "runs.recompute", access: "run:create", input: aboutOne },
];

const at = (path: string) => new Request(new URL(path, env().NEXTAUTH_URL));

export const runRoutes: readonly RouteRow[] = [
  {
    file: "app/api/lab/[lab]/runs/[run]/export/route.ts",
    method: "GET",
    access: "run:read",
    request: (lab) => at(`/api/lab/${lab.slug}/runs/x/export`),
    params: async (lab) => ({ lab: lab.slug, run: await makeDoneRun(lab) }),
  },
  {
    file: "app/api/lab/[lab]/experiments/[experiment]/export/route.ts",
    method: "GET",
    access: "run:read",
    request: (lab) => at(`/api/lab/${lab.slug}/experiments/x/export`),
    params: async (lab) => ({ lab: lab.slug, experiment: (await makeExperiment(lab)).id }),
  },
];
