import type { ParameterDeclaration, ParameterValue } from "./declaration";
import { trialTypes } from "./paradigms/paradigm";
import { trainingOf } from "./paradigms/training-types";
import type { RunSpec } from "./run-spec";
import { theories } from "./theories/registry";

/** What is wrong, where in the spec, and what to do about it: for a person. */
export interface Problem {
  readonly where: string;
  readonly what: string;
  readonly todo: string;
}

/** Every problem of a spec; empty when it can be run. */
export function validate(spec: RunSpec): readonly Problem[] {
  const theory = theories.find(({ declaration }) => declaration.key === spec.theory);
  if (!theory)
    return [
      {
        where: "theory",
        what: `There is no theory "${spec.theory}".`,
        todo: `Choose one of: ${theories.map(({ declaration }) => declaration.key).join(", ")}.`,
      },
    ];
  const { declaration } = theory;
  const problems: Problem[] = [...parameterProblems(declaration.parameters, spec.parameters)];
  const role = declaration.roles.find(({ key }) => key === spec.role);
  const arm = spec.paradigm.arms.find(({ key }) => key === spec.arm);
  if (!role)
    problems.push({
      where: "role",
      what: `${declaration.title} has no role "${spec.role}".`,
      todo: `Choose one of: ${declaration.roles.map(({ key }) => key).join(", ")}.`,
    });
  if (!arm)
    problems.push({
      where: "arm",
      what: `${spec.paradigm.title} has no arm "${spec.arm}".`,
      todo: `Choose one of: ${spec.paradigm.arms.map(({ key }) => key).join(", ")}.`,
    });
  problems.push(...subjectProblems(spec), ...trainingProblems(spec));
  if (problems.length > 0 || !role || !arm) return problems;
  if (!role.manipulations[arm.manipulation])
    problems.push({
      where: "arm",
      what: `The role "${role.title}" has no rule for "${arm.title}". ${role.refused}`,
      todo: "Choose another arm or another role.",
    });
  const { parameters, paradigm, subject } = spec;
  const { manipulation } = arm;
  for (const what of theory.problems({
    role,
    parameters,
    paradigm,
    subject,
    manipulation,
    ...trainingOf(spec),
  }))
    problems.push({ where: "arm", what, todo: "Choose another arm, or change the parameter." });
  return problems;
}

/** An order of trials that cannot be what somebody meant. */
function trainingProblems({ paradigm, history }: RunSpec): Problem[] {
  const problems: Problem[] = [];
  const { mix, trainingType, trials } = paradigm;
  const shares = mix ? trialTypes.map((type) => mix[type]) : [];
  const sum = shares.reduce((total, share) => total + share, 0);
  if (mix && (shares.some((share) => !(share >= 0 && share <= 1)) || Math.abs(sum - 1) > 1e-9))
    problems.push({
      where: "paradigm.mix",
      what: `Shares of ${shares.join(", ")} do not make up all trials.`,
      todo: "Give shares from 0 to 1 that add up to 1.",
    });
  if (mix && !(mix[trainingType] > 0))
    problems.push({
      where: "paradigm.mix",
      what: `The mix has no ${trainingType} trials, which this paradigm is about.`,
      todo: "Give them a share, or make the paradigm about another type.",
    });
  if (!history) return problems;
  const { trialTypes: types, stimulated } = history;
  if (types.length < trials)
    problems.push({
      where: "history",
      what: `The history has ${types.length} trials, the run ${trials}.`,
      todo: "Run at most as many trials as the animal has.",
    });
  if (stimulated && stimulated.length !== types.length)
    problems.push({
      where: "history",
      what: `The history has ${types.length} trials and says of ${stimulated.length} whether they were stimulated.`,
      todo: "Say it of each trial, with null where it is not known.",
    });
  return problems;
}

function subjectProblems({ subject, seed, repetition }: RunSpec): Problem[] {
  const problems: Problem[] = [];
  const expect = (holds: boolean, where: string, what: string, todo: string) => {
    if (!holds) problems.push({ where, what, todo });
  };
  const whole = (value: number) => Number.isInteger(value) && value >= 0 && value <= 4294967295;
  expect(whole(seed), "seed", `${seed} is not a seed.`, "Give a whole number from 0 to 4294967295.");
  expect(
    whole(subject.population),
    "subject.population",
    `${subject.population} is not a seed.`,
    "Give a whole number from 0 to 4294967295.",
  );
  expect(
    whole(repetition),
    "repetition",
    `${repetition} is not a repetition.`,
    "Give a whole number from 0.",
  );
  const { rank, tauTrans } = subject;
  expect(
    Number.isInteger(rank) && rank >= 1 && rank <= 500,
    "subject.rank",
    `${rank} is not a rank.`,
    "Give a whole number from 1 to 500.",
  );
  expect(
    tauTrans > 0 && tauTrans <= 10,
    "subject.tauTrans",
    `${tauTrans} is out of bounds.`,
    "Give a number above 0, at most 10.",
  );
  return problems;
}

/** Every problem of the values that a person gave to declared parameters: missing, of the wrong kind, out of bounds, unknown. */
export function parameterProblems(
  declared: readonly ParameterDeclaration[],
  values: Readonly<Record<string, ParameterValue>>,
): Problem[] {
  const problems: Problem[] = [];
  for (const parameter of declared) {
    const where = `parameters.${parameter.key}`;
    const value = values[parameter.key];
    const wrong = wrongValue(parameter, value);
    if (wrong) problems.push({ where, what: `${parameter.title}: ${wrong.what}`, todo: wrong.todo });
  }
  for (const key of Object.keys(values))
    if (!declared.some((parameter) => parameter.key === key))
      problems.push({
        where: `parameters.${key}`,
        what: "This theory has no such parameter.",
        todo: "Remove it.",
      });
  return problems;
}

function wrongValue(parameter: ParameterDeclaration, value: ParameterValue | undefined) {
  const shown = value === undefined ? "no value" : JSON.stringify(value);
  switch (parameter.kind) {
    case "switch":
      return typeof value === "boolean"
        ? null
        : { what: `${shown} is neither on nor off.`, todo: "Give true or false." };
    case "choice": {
      const names = parameter.choices.map((choice) => choice.value);
      return names.includes(value as string)
        ? null
        : { what: `${shown} is not a choice.`, todo: `Choose one of: ${names.join(", ")}.` };
    }
    default: {
      const { min, max, unit, kind } = parameter;
      const fits =
        typeof value === "number" &&
        value >= min &&
        value <= max &&
        (kind === "number" || Number.isInteger(value));
      return fits
        ? null
        : {
            what: `${shown} is out of bounds.`,
            todo: `Give a ${kind === "integer" ? "whole number" : "number"} from ${min} to ${max}${unit === "1" ? "" : ` ${unit}`}.`,
          };
    }
  }
}
