import { type ExperimentInput, subject as subjectContract } from "../../contracts/experiment";
import { parameterValues } from "../../contracts/model";
import { paradigmSpec } from "../../contracts/paradigm";
import { traceConditioning } from "../../engine/paradigms/trace-conditioning";
import { describeSubject } from "../../engine/subject";
import type { Memo } from "../../engine/theories/theory";
import { theoryNamed } from "../../engine/theories/registry";
import { systemGrant, systemGrantIn, type SystemLabGrant } from "../../server/access/grant";
import { ensureLab } from "../../server/labs/service";
import { ensureModel } from "../../server/models/service";
import { ensureParadigm } from "../../server/paradigms/service";
import { historyFrom, runSpec } from "../../server/runs/service";
import { claimRun, finishRun } from "../../server/workers/service";
import { db } from "../../server/db";
import { simulateRun } from "../simulation/simulate-run";
import type { RunResultParts } from "../../contracts/run-result";
import type { RunSpec } from "../../engine/run-spec";

export interface Scenario {
  readonly grant: SystemLabGrant;
  /** An experiment of one small run unless told otherwise: TD, control, one subject. */
  wanted(more?: Partial<Omit<ExperimentInput, "lab">>): Omit<ExperimentInput, "lab">;
}

/** A lab with a task and a model of a preset. */
export async function scenario(slug: string, theory = "td", preset = "acting"): Promise<Scenario> {
  const lab = await ensureLab(systemGrant("test"), { slug, name: slug });
  const grant = systemGrantIn(lab, "test");
  const { role, values } = theoryNamed(theory).declaration.presets.find(({ key }) => key === preset)!;
  const model = { name: `${theory} ${preset}`, theory, role, preset, parameters: values, notes: "" };
  const modelVersionId = await ensureModel(grant, model);
  const paradigmVersionId = await ensureParadigm(grant, { name: "Trace", spec: traceConditioning });
  return {
    grant,
    wanted: (more = {}) => ({
      ...{ name: "experiment", notes: "", paradigmVersionId, modelVersionIds: [modelVersionId] },
      ...{ arms: ["control"], subjects: [describeSubject(0)], repetitions: 1, seed: 1, trials: 10 },
      ...more,
    }),
  };
}

/** Simulates a spec here and now. */
export function simulateHere(spec: RunSpec, traceBinMs = 10, memo: Memo = new Map()): RunResultParts {
  const limits = { cpuSeconds: 600, memoryMb: 4096 };
  const control = new SharedArrayBuffer(4);
  const outcome = simulateRun(
    { spec, traceBinMs, checkpoint: null, cpuMsBefore: 0, limits, control },
    memo,
    () => {},
  );
  if (outcome.kind !== "done") throw new Error(`the run ended as ${JSON.stringify(outcome)}`);
  return outcome.parts;
}

/** Does the queued runs of a lab as a worker would, in this process. */
export async function computeQueued({ labId }: SystemLabGrant): Promise<void> {
  for (const { id } of await db().run.findMany({ where: { labId, status: "queued" } })) {
    const claim = await claimRun("this process", id);
    if (claim) await finishRun(claim.lease, { parts: simulateHere(claim.spec, claim.traceBinMs), cpuMs: 1 });
  }
}

/** What a run's rows mean. */
export async function specOfRun(id: string): Promise<RunSpec> {
  const { modelVersion, paradigmVersion, subject, history, ...run } = await db().run.findUniqueOrThrow({
    where: { id },
    include: { modelVersion: true, paradigmVersion: true, history: true },
  });
  return runSpec({
    ...run,
    model: { ...modelVersion, parameters: parameterValues.parse(modelVersion.parameters) },
    paradigm: paradigmSpec.parse(paradigmVersion.spec),
    subject: subjectContract.parse(subject),
    history: history ? historyFrom(history) : undefined,
  });
}
