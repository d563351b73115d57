import type { History } from "../engine/history";
import type { RunSpec } from "../engine/run-spec";
import type { FrozenContent, FrozenRun } from "./publication";

/**
 * What the engine needs to compute a frozen run again. Throws RangeError where the copy does not hold its model or task.
 * @param history of the part that the run names; left out where it names none.
 */
export function specOf(
  { models, paradigms }: Pick<FrozenContent, "models" | "paradigms">,
  run: FrozenRun,
  history?: History,
): RunSpec {
  const model = models.find(({ key }) => key === run.places[0]?.model);
  const paradigm = paradigms.find(({ key }) => key === run.paradigm);
  if (!model || !paradigm)
    throw new RangeError(`The run ${run.key} names a model or a task that is not there.`);
  const { arm, subject, repetition, seed, trials } = run;
  return {
    ...{ theory: model.theory, role: model.role, parameters: model.parameters },
    ...{ paradigm: { ...paradigm.spec, trials }, arm, subject, repetition, seed },
    ...(history ? { history } : {}),
  };
}
