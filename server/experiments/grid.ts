import { type ExperimentInput, type ExperimentPlan, subjectKey } from "../../contracts/experiment";
import type { ParameterValues } from "../../engine/declaration";
import type { History } from "../../engine/history";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import type { RunSpec, Subject } from "../../engine/run-spec";
import { validate } from "../../engine/validate";
import { Problem } from "../errors";
import { historyHash, runSpec, specHash } from "../runs/service";
import { trialsOf } from "./yoke";

export interface GridModel {
  readonly id: string;
  readonly theory: string;
  readonly role: string;
  readonly parameters: ParameterValues;
}
export type GridInput = Pick<ExperimentInput, "arms" | "subjects" | "repetitions" | "seed" | "trials"> & {
  readonly models: readonly GridModel[];
  readonly paradigm: Paradigm;
  /** What subjects meet in place of the paradigm's own order, in turn; empty where nobody is yoked. */
  readonly histories?: readonly History[];
};

/** One place of the grid, with the computation that fills it. */
export interface GridCell {
  readonly modelVersionId: string;
  readonly arm: string;
  readonly subject: Subject;
  readonly subjectKey: string;
  readonly repetition: number;
  readonly trials: number;
  readonly historyHash: string | null;
  readonly specHash: string;
}

/** Places that no subject ever changes, but for what it meets: the reason is the theory's. One animal too many refuses the arm. */
export function refusals(input: GridInput): ExperimentPlan["refused"] {
  const animals = Math.max(1, Math.min(input.subjects.length, input.histories?.length ?? 0));
  return input.models.flatMap((model) =>
    input.arms.flatMap((arm) => {
      for (let index = 0; index < animals; index += 1) {
        const problems = validate(specOf(input, model, arm, index, 0));
        if (problems.length > 0)
          return [{ modelVersionId: model.id, arm, reason: problems.map(({ what }) => what).join(" ") }];
      }
      return [];
    }),
  );
}

/**
 * Every run of an experiment, refused places left out, in the order in which they are computed: subject by subject across
 * arms and models, so that all groups grow together.
 */
export function gridCells(input: GridInput, refused: ExperimentPlan["refused"]): GridCell[] {
  const isRefused = new Set(refused.map(({ modelVersionId, arm }) => `${modelVersionId} ${arm}`));
  const animals = input.histories?.length ?? 0;
  const shared = new Map<string, RunSpec>();
  const spec = (model: GridModel, arm: string, index: number, repetition: number): RunSpec => {
    const key = `${model.id} ${arm} ${animals > 0 ? index % animals : ""}`;
    const known = shared.get(key) ?? specOf(input, model, arm, index, repetition);
    shared.set(key, known);
    const { population, rank, tauTrans } = input.subjects[index];
    return { ...known, subject: { population, rank, tauTrans }, repetition };
  };
  const cells: GridCell[] = [];
  for (let repetition = 0; repetition < input.repetitions; repetition += 1)
    input.subjects.forEach((subject, index) => {
      for (const arm of input.arms)
        for (const model of input.models) {
          if (isRefused.has(`${model.id} ${arm}`)) continue;
          const own = spec(model, arm, index, repetition);
          cells.push({
            ...{ modelVersionId: model.id, arm, subject, subjectKey: subjectKey(subject), repetition },
            trials: own.paradigm.trials,
            historyHash: own.history ? historyHash(own.history) : null,
            specHash: specHash(own),
          });
        }
    });
  return cells;
}

/** Throws Problem "invalid" with messages by field when the input contradicts itself or the paradigm. */
export function checkGrid({ arms, subjects, models, paradigm }: GridInput): void {
  const fields: Record<string, string[]> = {};
  const known = paradigm.arms.map(({ key }) => key);
  const unknown = arms.filter((arm) => !known.includes(arm));
  if (unknown.length > 0)
    fields.arms = [`${paradigm.title} has no arm ${unknown.join(", ")}. It has: ${known.join(", ")}.`];
  else if (new Set(arms).size < arms.length) fields.arms = ["An arm stands twice in the list."];
  if (new Set(models.map(({ id }) => id)).size < models.length)
    fields.modelVersionIds = ["A model stands twice in the list."];
  const keys = subjects.map(subjectKey);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice) fields.subjects = [`Subject ${twice} stands twice in the list: N would count it twice.`];
  if (Object.keys(fields).length > 0)
    throw new Problem("invalid", "The experiment cannot be planned as it stands.", { fields });
}

/** Of each signal: pages draw all that a run kept of its probes, and answers with more would stop the server. */
const mostTraceValues = 1_500_000;
const traceBinMs = 10;

/** Throws Problem "refused" where probes are so many, and trials so long, that nobody could read the traces of a run. */
export function checkTraces({ probes, trialMs }: Paradigm, trials: number): void {
  const blocks = 1 + Math.floor(trials / probes.every);
  const values = blocks * probes.types.length * Math.ceil(trialMs / traceBinMs);
  if (values <= mostTraceValues) return;
  const number = new Intl.NumberFormat("en");
  throw new Problem(
    "refused",
    `${number.format(blocks)} probes of ${probes.types.length} types of trial of ${number.format(trialMs)} ms are ${number.format(values)} values of each signal; a run keeps ${number.format(mostTraceValues)}.`,
    {
      where: "paradigmVersionId",
      next: "Run fewer trials, or take a version of the paradigm that probes less often, fewer types, or shorter trials.",
    },
  );
}

function specOf(
  { paradigm, trials, seed, subjects, histories = [] }: GridInput,
  model: GridModel,
  arm: string,
  index: number,
  repetition: number,
): RunSpec {
  const history = histories[index % histories.length] as History | undefined;
  return runSpec({
    ...{ model, paradigm, arm, subject: subjects[index], repetition, seed, history },
    trials: history ? trialsOf(history, trials) : (trials ?? paradigm.trials),
  });
}
