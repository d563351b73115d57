import type { ContentOf, DataOf } from "../../../contracts/dashboard-panel";
import type { RunDetail, RunFigures } from "../../../contracts/run";
import type { TheoryDeclaration } from "../../../engine/declaration";
import { measureNamed } from "../../../engine/measures/registry";
import type { Paradigm } from "../../../engine/paradigms/paradigm";
import { theories } from "../../../engine/theories/registry";
import { notFound } from "../../errors";
import { getFigures, getRunAt } from "../../runs/service";
import type { Reading, Resolver } from "./resolver";

type Show = ContentOf<"run">["show"];
type Recorded = DataOf<"run">["recorded"];

/** One run: its licks trial by trial, a map of its dopamine, or one of its learning curves. */
export const run: Resolver<"run"> = {
  async check(reading, content) {
    await at(reading, content);
  },
  async data(reading, content) {
    const { run, paradigm } = await at(reading, content);
    const theory = theories.find(({ declaration }) => declaration.key === run.model.theory)?.declaration;
    const frame = { kind: "run" as const, run: factsOf(run, theory), events: eventsOf(paradigm) };
    if (run.status !== "done") return { ...frame, recorded: null, reason: standing(run) };
    const figures = await getFigures(reading.grant, run.id);
    const recorded = recordedOf(content.show, figures, paradigm, theory);
    return {
      ...frame,
      recorded,
      reason: recorded ? null : `The run did not record ${wordsOf(content.show)}.`,
    };
  },
};

async function at({ grant }: Reading, { run: place }: ContentOf<"run">) {
  const found = await getRunAt(grant, place);
  if (found) return found;
  throw notFound("run", `${place.arm}, ${place.subject}, repetition ${place.repetition}`);
}

const standing = ({ status, error, trialsDone, trials }: RunDetail): string =>
  ({
    queued: "The run waits for a worker.",
    running: `The run is at trial ${trialsDone} of ${trials}.`,
    failed: `The run failed: ${error ?? "no reason was kept"}`,
    cancelled: "The run was cancelled.",
    done: "",
  })[status];

const wordsOf = (show: Show): string =>
  show.as === "curve"
    ? `"${show.measure}"`
    : show.as === "raster"
      ? "licks"
      : `dopamine on ${show.type} probes`;

const factsOf = (run: RunDetail, theory: TheoryDeclaration | undefined): DataOf<"run">["run"] => ({
  ...{ id: run.id, status: run.status, trials: run.trials, trialsDone: run.trialsDone },
  ...{ model: `${run.model.modelName} v${run.model.number}`, theory: run.model.theory, role: run.model.role },
  dopamineRole: theory?.roles.find(({ key }) => key === run.model.role)?.dopamineRole ?? null,
  ...{ arm: run.arm.title, subject: run.subjectKey, repetition: run.repetition, seed: run.seed },
  ...{ engineVersion: run.engineVersion, specHash: run.specHash, resultHash: run.resultHash },
});

const eventsOf = ({ cue, reward }: Paradigm) => [
  { at: cue.onset, label: "cue" },
  { at: reward.time, label: "reward" },
];

function recordedOf(
  show: Show,
  { licks, stimulated, traces, probeTrials, training, probes }: RunFigures,
  paradigm: Paradigm,
  theory: TheoryDeclaration | undefined,
): Recorded {
  if (show.as === "raster") return { as: "raster", licks, stimulated, trialMs: paradigm.trialMs };
  if (show.as === "heat-map") {
    const trace = traces.find(({ signal, type }) => signal === "dopamine" && type === show.type);
    const declared = theory?.signals.find(({ key }) => key === "dopamine");
    return trace
      ? { as: "heat-map", signalTitle: declared?.title ?? trace.signal, trace, probeTrials }
      : null;
  }
  const { measure: key } = show;
  const isTraining = key in training;
  const values = isTraining ? training[key] : probes[key];
  if (!values) return null;
  const measure = measureNamed(key);
  const signal = theory?.signals.find((one) => one.key === key);
  return {
    ...{ as: "curve", measure: key, values, trials: isTraining ? null : probeTrials },
    title: measure?.title ?? signal?.title ?? key,
    unit: measure?.unit ?? theory?.signals.find((one) => one.key === (measure?.reads ?? key))?.unit ?? "",
    window: measure?.window(paradigm) ?? signal?.meaning ?? "",
    zeroLine: measure?.zeroLine ?? false,
  };
}
