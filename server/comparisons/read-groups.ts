import { z } from "zod";
import type { GroupRef } from "../../contracts/comparison";
import { subject as subjectContract, subjectKey, type YokedTo, yokedTo } from "../../contracts/experiment";
import { parameterValues } from "../../contracts/model";
import type { OwnWindows } from "../../engine/measures/own-windows";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import { theoryNamed } from "../../engine/theories/registry";
import { validate } from "../../engine/validate";
import type { Reader } from "../access/grant";

import { mayName } from "../access/scope";
import { notFound } from "../errors";
import { runSpec } from "../runs/service";
import { type Group, groupKey, isControl, type RunNumbers, type SimulationGroup } from "./assemble/group";
import { numbersOf } from "./numbers";
import { numbersInWindows } from "./numbers-in-windows";
import { readRecordings } from "./read-recordings";
import * as store from "./store";

type SimulationRef = Extract<GroupRef, { kind: "simulation" }>;

/** The groups of a comparison with their numbers, in the order asked. Throws not-found for what the lab does not have. */
export async function readGroups(
  grant: Reader,
  refs: readonly GroupRef[],
  windows: OwnWindows = {},
): Promise<Group[]> {
  const simulations = refs.filter((ref) => ref.kind === "simulation");
  const recordings = refs.filter((ref) => ref.kind === "recording");
  const [simulated, recorded] = await Promise.all([
    readSimulations(grant, simulations, windows),
    readRecordings(grant, recordings, windows),
  ]);
  const byKey = new Map<string, Group>([...simulated, ...recorded].map((group) => [group.key, group]));
  return [...new Set(refs.map(groupKey))].map((key) => byKey.get(key)!);
}

async function readSimulations(
  grant: Reader,
  refs: readonly SimulationRef[],
  windows: OwnWindows,
): Promise<SimulationGroup[]> {
  if (refs.length === 0) return [];
  const places = await placesOf(grant, refs);
  const runs = await store.listRunsOf(
    grant,
    distinct(places.flatMap(({ ref, control }) => [ref, ...control])),
  );
  const done = runs.flatMap(({ resultId, status, experimentId }) =>
    resultId && status === "done" ? [{ resultId, experimentId }] : [],
  );
  const read = await numbersOf(
    grant,
    done.map(({ resultId }) => resultId),
  );
  const tasks = new Map(places.map(({ experiment }) => [experiment.id, paradigmOf(experiment)]));
  const numbers = await numbersInWindows(
    grant,
    new Map(
      done.flatMap(({ resultId, experimentId }) => {
        const own = read.get(resultId);
        return own ? [[resultId, { numbers: own, paradigm: tasks.get(experimentId)! }] as const] : [];
      }),
    ),
    windows,
  );
  const named = new Set(refs.map(({ experiment }) => experiment)).size > 1;
  return places.map(({ ref, control, experiment }) => {
    const of = (one: SimulationRef, against: SimulationGroup | null) =>
      groupOf(one, experiment, {
        ...{ runs, numbers, named, control: against },
        yoked: experiment.yokedTo === null ? null : yokedWords(grant, yokedTo.parse(experiment.yokedTo)),
      });
    const [controlRef] = control;
    return of(ref, controlRef ? of(controlRef, null) : null);
  });
}

/** The runs behind groups, and behind their differences from control. Throws not-found for a group that the lab does not have. */
export async function runsBehind(grant: Reader, refs: readonly GroupRef[]): Promise<store.RunOfGroup[]> {
  const places = await placesOf(
    grant,
    refs.filter((ref) => ref.kind === "simulation"),
  );
  return store.listRunsOf(grant, distinct(places.flatMap(({ ref, control }) => [ref, ...control])));
}

/** Throws not-found for a group that the lab does not have. */
export async function checkGroups(grant: Reader, refs: readonly GroupRef[]): Promise<void> {
  await placesOf(
    grant,
    refs.filter((ref) => ref.kind === "simulation"),
  );
  await readRecordings(
    grant,
    refs.filter((ref) => ref.kind === "recording"),
  );
}

async function placesOf(grant: Reader, refs: readonly SimulationRef[]): Promise<Placed[]> {
  const found = await store.findExperiments(grant, [...new Set(refs.map(({ experiment }) => experiment))]);
  const experiments = new Map(found.map((experiment) => [experiment.id, experiment]));
  return refs.map((ref) => placeOf(ref, experiments.get(ref.experiment)));
}

/** What a reader must know of subjects that follow animals. */
function yokedWords(grant: Reader, { datasetVersionId, dataset, group, animals }: YokedTo): string {
  const lengths = animals.map(({ trials }) => trials);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const named = dataset && mayName(grant, "datasetVersions", datasetVersionId);
  return (
    `Each subject meets the trials of one animal${named ? ` of ${dataset.name} v${dataset.number}` : ""}` +
    `${group ? `, group ${group}` : ""}, in their order: ${least === most ? least : `${least} to ${most}`} trials. ` +
    "Where the recording says which were stimulated, stimulating arms stimulate exactly those."
  );
}

interface Placed {
  readonly ref: SimulationRef;
  /** The control arm to pair with: one or none. */
  readonly control: readonly SimulationRef[];
  readonly experiment: store.ComparedExperiment;
}

function placeOf(ref: SimulationRef, experiment: store.ComparedExperiment | undefined): Placed {
  if (!experiment) throw notFound("experiment", ref.experiment);
  if (!experiment.models.some(({ modelVersion }) => modelVersion.id === ref.model))
    throw notFound("model version", ref.model);
  const { arms } = paradigmOf(experiment);
  if (!arms.some(({ key }) => key === ref.arm)) throw notFound("arm", ref.arm);
  const control = arms.find((arm) => isControl(arm) && experiment.arms.includes(arm.key));
  return {
    ref,
    experiment,
    control: control && control.key !== ref.arm ? [{ ...ref, arm: control.key }] : [],
  };
}

function groupOf(
  ref: SimulationRef,
  experiment: store.ComparedExperiment,
  read: {
    readonly runs: readonly store.RunOfGroup[];
    readonly numbers: ReadonlyMap<string, RunNumbers>;
    readonly named: boolean;
    readonly yoked: string | null;
    readonly control: SimulationGroup | null;
  },
): SimulationGroup {
  const version = experiment.models.find(({ modelVersion }) => modelVersion.id === ref.model)!.modelVersion;
  const paradigm = paradigmOf(experiment);
  const arm = paradigm.arms.find(({ key }) => key === ref.arm)!;
  const { declaration } = theoryNamed(version.theory);
  const subjects = z.array(subjectContract).parse(experiment.subjects);
  const runs = read.runs.filter(
    (run) => run.experimentId === ref.experiment && run.modelVersionId === ref.model && run.arm === ref.arm,
  );
  const trials = Math.max(...runs.map((run) => run.trials), 0) || paradigm.trials;
  const model = {
    theory: version.theory,
    role: version.role,
    parameters: parameterValues.parse(version.parameters),
  };
  const spec = runSpec({
    model,
    paradigm,
    trials,
    arm: arm.key,
    subject: subjects[0],
    repetition: 0,
    seed: 0,
  });
  const problems = runs.length > 0 ? [] : validate(spec);
  return {
    kind: "simulation",
    key: groupKey(ref),
    ref,
    label: [
      `${version.model.name} v${version.number}`,
      arm.title,
      ...(read.named ? [experiment.name] : []),
    ].join(" · "),
    theory: declaration,
    role: declaration.roles.find(({ key }) => key === version.role)!,
    preset: declaration.presets.find(({ key }) => key === version.preset) ?? null,
    parameters: spec.parameters,
    paradigm,
    arm,
    trials,
    subjects: subjects.map(subjectKey),
    repetitions: experiment.repetitions,
    yoked: read.yoked,
    runs: runs.map((run) => ({
      ...run,
      numbers: (run.status === "done" && run.resultId && read.numbers.get(run.resultId)) || null,
    })),
    refused: problems.length > 0 ? problems.map(({ what }) => what).join(" ") : null,
    control: read.control,
  };
}

const paradigmOf = ({ paradigmVersion }: store.ComparedExperiment) =>
  paradigmVersion.spec as unknown as Paradigm;

const distinct = (refs: readonly SimulationRef[]) => [
  ...new Map(refs.map((ref) => [groupKey(ref), ref])).values(),
];
