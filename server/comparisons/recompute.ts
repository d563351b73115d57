import type { ComparisonQuery, ComparisonView, GroupRef } from "../../contracts/comparison";
import { subjectKey } from "../../contracts/experiment";
import type { FrozenContent } from "../../contracts/publication";
import type { RunResultParts } from "../../contracts/run-result";
import type { RunFigures } from "../../contracts/run";
import { theoryNamed } from "../../engine/theories/registry";
import { figuresOf } from "../runs/service";
import { groupKey, isControl, type RunNumbers, type SimulationGroup } from "./assemble/group";
import { createMemory } from "./assemble/remember";
import { comparisonView } from "./assemble/view";
import { numbersIn } from "./numbers";

type SimulationRef = Extract<GroupRef, { kind: "simulation" }>;

/** What is shown of something frozen, made again from results by the code that made it, without a database. */
export interface Recomputation {
  add(run: string, parts: RunResultParts): void;
  /** Of one of the runs that are shown by themselves; null where it was not added. */
  figures(run: string): RunFigures | null;
  /** Of groups by their keys in the manifest. */
  view(refs: readonly SimulationRef[], query: Pick<ComparisonQuery, "block" | "trials">): ComparisonView;
}

/** @param alone keys of runs that are shown by themselves: of these alone the whole result is kept. */
export function createRecomputation(
  content: FrozenContent,
  alone: ReadonlySet<string> = new Set(),
): Recomputation {
  const figures = new Map<string, RunFigures>();
  const numbers = new Map<string, RunNumbers>();
  const groups = new Map<string, SimulationGroup>();
  const memory = createMemory(4000);
  const groupAt = (ref: SimulationRef): SimulationGroup => {
    const known = groups.get(groupKey(ref)) ?? groupOf(content, ref, numbers, groupAt);
    groups.set(groupKey(ref), known);
    return known;
  };
  return {
    add(run, parts) {
      numbers.set(run, numbersIn({ ...parts, id: run }));
      const { places } = named(content.runs, run);
      if (alone.has(run)) figures.set(run, figuresOf(parts, named(content.models, places[0].model).theory));
    },
    figures: (run) => figures.get(run) ?? null,
    view: (refs, query) => comparisonView(refs.map(groupAt), query, memory),
  };
}

const named = <T extends { readonly key: string }>(all: readonly T[], key: string): T => {
  const found = all.find((one) => one.key === key);
  if (!found) throw new RangeError(`The manifest has no "${key}".`);
  return found;
};

function groupOf(
  { experiments, models, paradigms, runs }: FrozenContent,
  ref: SimulationRef,
  numbers: ReadonlyMap<string, RunNumbers>,
  groupAt: (ref: SimulationRef) => SimulationGroup,
): SimulationGroup {
  const experiment = named(experiments, ref.experiment);
  const { theory, role, preset, parameters } = named(models, ref.model);
  const { declaration } = theoryNamed(theory);
  const { spec } = named(paradigms, experiment.paradigm);
  const own = runs.filter(
    ({ places, arm }) =>
      arm === ref.arm &&
      places.some((place) => place.experiment === ref.experiment && place.model === ref.model),
  );
  const control = spec.arms.find((arm) => isControl(arm) && experiment.arms.includes(arm.key));
  return {
    ...{ kind: "simulation", key: groupKey(ref), ref, label: ref.arm, theory: declaration, parameters },
    role: declaration.roles.find(({ key }) => key === role)!,
    preset: declaration.presets.find(({ key }) => key === preset) ?? null,
    paradigm: spec,
    arm: named(spec.arms, ref.arm),
    trials: Math.max(...own.map(({ trials }) => trials), 0) || spec.trials,
    subjects: experiment.subjects.map(subjectKey),
    repetitions: experiment.repetitions,
    ...{ yoked: null, refused: null },
    runs: own.map(({ key, subject, repetition, trials, engineVersion }) => ({
      ...{ subject: subjectKey(subject), repetition, status: "done", trials, trialsDone: trials },
      ...{ error: null, engineVersion, numbers: numbers.get(key) ?? null },
    })),
    control: control && control.key !== ref.arm ? groupAt({ ...ref, arm: control.key }) : null,
  };
}
