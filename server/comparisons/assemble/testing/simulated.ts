import {
  decodeBlockTraces,
  decodeProbes,
  decodeTraining,
  decodeTrialTypes,
  encodeRunRecord,
} from "../../../../contracts/run-result";
import { subjectKey } from "../../../../contracts/experiment";
import { keyedNoise } from "../../../../engine/noise/keyed";
import { traceConditioning } from "../../../../engine/paradigms/trace-conditioning";
import { createRecorder } from "../../../../engine/recorder";
import type { RunRecord } from "../../../../engine/run-record";
import type { RunSpec } from "../../../../engine/run-spec";
import { advance, begin } from "../../../../engine/simulate";
import { describeSubject } from "../../../../engine/subject";
import { theoryNamed } from "../../../../engine/theories/registry";
import type { Memo } from "../../../../engine/theories/theory";
import { type GroupRun, groupKey, type RunNumbers, type SimulationGroup } from "../group";

const memo: Memo = new Map();

/** A run of the real engine. */
export function simulate(spec: RunSpec): RunRecord {
  const { seed, repetition, subject } = spec;
  const { declaration } = theoryNamed(spec.theory);
  const recorder = createRecorder(spec.paradigm, declaration);
  const noise = keyedNoise({ seed, repetition, population: subject.population, rank: subject.rank });
  advance(begin(spec, noise, memo), spec.paradigm.trials, recorder);
  return recorder.record();
}

/** As the database gives a finished run back. */
export function numbersOf(record: RunRecord, resultId: string): RunNumbers {
  const { training, probes, blockTraces, traceBinMs } = encodeRunRecord(record);
  return {
    resultId,
    training: decodeTraining(training),
    types: decodeTrialTypes(training),
    probes: decodeProbes(probes),
    blockTraces: decodeBlockTraces(blockTraces),
    binMs: traceBinMs,
  };
}

interface Wanted {
  readonly theory: string;
  readonly preset: string;
  readonly arm: string;
  readonly trials: number;
  readonly subjects: number;
  readonly repetitions: number;
  readonly control?: SimulationGroup;
}

/** A group with all its runs done, and the records they came from. */
export function simulatedGroup({ theory, preset, arm, trials, subjects, repetitions, control }: Wanted) {
  const { declaration } = theoryNamed(theory);
  const chosen = declaration.presets.find(({ key }) => key === preset)!;
  const paradigm = { ...traceConditioning, trials };
  const defaults = Object.fromEntries(declaration.parameters.map((p) => [p.key, p.default]));
  const parameters = { ...defaults, ...chosen.values };
  const records = new Map<string, RunRecord>();
  const runs: GroupRun[] = [];
  const people = Array.from({ length: subjects }, (_, i) => describeSubject(i));
  for (const subject of people)
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const key = `${subjectKey(subject)} ${repetition}`;
      const spec = { theory, role: chosen.role, parameters, paradigm, arm, subject, repetition, seed: 1 };
      records.set(key, simulate(spec));
      runs.push({
        ...{ subject: subjectKey(subject), repetition, trials, trialsDone: trials, error: null },
        ...{ status: "done", engineVersion: "test" },
        numbers: numbersOf(records.get(key)!, `${theory} ${preset} ${arm} ${key}`),
      });
    }
  const ref = { kind: "simulation", experiment: "e", model: `${theory} ${preset}`, arm } as const;
  const group: SimulationGroup = {
    ...{ kind: "simulation", key: groupKey(ref), ref, label: `${preset} · ${arm}`, theory: declaration },
    role: declaration.roles.find(({ key }) => key === chosen.role)!,
    preset: chosen,
    parameters,
    arm: paradigm.arms.find(({ key }) => key === arm)!,
    ...{ paradigm, trials, repetitions, runs, refused: null, yoked: null, control: control ?? null },
    subjects: people.map(subjectKey),
  };
  return { group, records };
}
