import { trainingOf } from "./paradigms/training-types";
import type { RunSpec } from "./run-spec";
import type { Setting } from "./theories/theory";
import { theoryNamed } from "./theories/registry";
import { validate } from "./validate";

/** A spec with its names looked up. Throws RangeError with every problem of the spec. */
export function setting(spec: RunSpec): Setting {
  const problems = validate(spec);
  if (problems.length > 0)
    throw new RangeError(problems.map(({ where, what, todo }) => `${where}: ${what} ${todo}`).join("\n"));
  const role = theoryNamed(spec.theory).declaration.roles.find(({ key }) => key === spec.role)!;
  const arm = spec.paradigm.arms.find(({ key }) => key === spec.arm)!;
  const { parameters, paradigm, subject } = spec;
  return { role, parameters, paradigm, manipulation: arm.manipulation, subject, ...trainingOf(spec) };
}
