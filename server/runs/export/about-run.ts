import { simulatedFormat } from "../../../contracts/recording";
import type { RunDetail } from "../../../contracts/run";
import { measureNamed } from "../../../engine/measures/registry";
import type { TrialType } from "../../../engine/paradigms/paradigm";
import { theories } from "../../../engine/theories/registry";
import { replicateOf } from "../../../engine/theories/replicate";
import type { SessionToWrite } from "../../../formats/write/nwb";

/** What a run gave, as it is stored. */
interface Result {
  readonly training: Uint8Array;
  readonly probes: Uint8Array;
  readonly licks: Uint8Array;
  readonly traces: Uint8Array;
  readonly trainingTraces: Uint8Array | null;
  readonly traceBinMs: number;
}
export interface RunToWrite {
  readonly run: RunDetail;
  readonly result: Result;
}

export const runTitle = ({ model, arm, subjectKey, repetition }: RunDetail): string =>
  `${model.modelName} v${model.number}, ${arm.title}, ${subjectKey}, repetition ${repetition}`;

const seconds = (ms: number) => ms / 1000;

/** All of a session but its numbers. Times are from the start of each trial: a simulation has no clock between trials. */
export function aboutRun(run: RunDetail, index: number, part: "training" | "probes") {
  const { model, paradigm, arm, seed, engineVersion, repetition, specHash, resultHash, command, history } =
    run;
  const { cue, reward, title: task, citation } = paradigm.spec;
  const theory = declarationOf(run);
  const parameters = Object.entries(model.parameters).map(([key, value]) => `${key} = ${value}`);
  return {
    identifier: `phasic:${specHash}:${run.recomputation}:${part}`,
    made: (run.finishedAt ?? run.createdAt).toISOString(),
    keywords: ["simulation", "dopamine", task],
    recorded: false,
    simulation: {
      ...{ theory: model.theory, role: model.role, model: `${model.modelName} v${model.number}` },
      ...{ parameters: model.parameters, paradigm: paradigm.spec.key, arm: arm.key },
      ...{ subject: run.subject, repetition, seed, engineVersion, specHash, resultHash, command, part },
    },
    source: {
      ...{ format: simulatedFormat, title: `${runTitle(run)}, ${part}`, licence: null },
      ...{ citation: theory?.citation.text ?? null, doi: theory?.citation.doi ?? null, origin: null },
    },
    study: { task, replicate: replicateOf(model.theory) },
    subject: { id: run.subjectKey, group: arm.title, sex: null, genotype: null },
    session: { index, name: part, date: null },
    timing: {
      ...{ alignment: "trial start", cueSeconds: seconds(cue.onset), rewardSeconds: seconds(reward.time) },
      ...{ cueDurationSeconds: seconds(cue.offset - cue.onset), baseline: null, cut: null },
    },
    remarks: [
      `Simulated by Phasic, not recorded from an animal: ${runTitle(run)}, ${part}. Theory ${theory?.title ?? model.theory}, ` +
        `role ${model.role}, seed ${seed}, engine ${engineVersion}, run ${specHash.slice(0, 12)}.`,
      ...(history ? [`Its trials came in the order that ${history.source} met.`] : []),
      ...(citation ? [`Task: ${citation}`] : []),
      `Parameters: ${parameters.join(", ")}.`,
    ].map((text) => text.slice(0, 2000)),
  } satisfies Partial<SessionToWrite>;
}

const declarationOf = ({ model }: RunDetail) =>
  theories.find(({ declaration }) => declaration.key === model.theory)?.declaration;

export const simulatedTrial = (index: number, type: TrialType, stimulated: boolean | null) => ({
  ...{ index, type, stimulated, omitted: type === "omission", start: null, cue: null, rewardMagnitude: null },
  ...{ dose: null, itiSeconds: null, excluded: false, alignedAt: null },
});

/** What a column of a run holds. */
export function unitsOf(run: RunDetail, id: string) {
  const measure = measureNamed(id);
  const signal = declarationOf(run)?.signals.find(({ key }) => key === id);
  const reads = measure && declarationOf(run)?.signals.find(({ key }) => key === measure.reads);
  const { title, meaning } = measure ?? signal ?? { title: id, meaning: "" };
  const words = measure ? [title, measure.window(run.paradigm.spec), meaning] : [title, meaning];
  return {
    ...{ id, unit: measure?.unit ?? signal?.unit ?? reads?.unit ?? "1", window: null },
    processing: words.filter(Boolean).join(". ").slice(0, 2000),
  };
}

/** A millisecond signal that is kept in bins; a sample stands in the middle of its bin. */
export function signalOf(run: RunDetail, key: string, bins: number) {
  const signal = declarationOf(run)?.signals.find((one) => one.key === key);
  const binMs = run.paradigm.spec.trialMs / bins;
  return {
    ...{ id: signal?.title ?? key, region: "", sensor: "simulated", channel: key },
    ...{ unit: signal?.unit || "1", samplingRateHz: 1000 / binMs, t0Seconds: seconds(binMs / 2) },
    ...{ samplesPerTrial: bins, alignment: "trial start" },
  };
}
