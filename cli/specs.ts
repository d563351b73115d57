import { readFileSync } from "node:fs";
import { history as historyContract } from "../contracts/history";
import { mostTrials, paradigmSpec } from "../contracts/paradigm";
import type { History } from "../engine/history";
import type { Paradigm } from "../engine/paradigms/paradigm";
import { paradigms } from "../engine/paradigms/registry";
import type { RunSpec, Subject } from "../engine/run-spec";
import { describeSubject, referenceRanks } from "../engine/subject";
import { theories } from "../engine/theories/registry";
import { validate } from "../engine/validate";
import { UsageError, wholeNumber } from "./usage";

/** What decides the numbers, as typed. */
export interface Given {
  readonly theory: string;
  readonly preset?: string;
  readonly role?: string;
  readonly set?: readonly string[];
  readonly paradigm: string;
  readonly "paradigm-json"?: string;
  readonly history?: string;
  readonly "history-json"?: string;
  readonly trials?: string;
  readonly arm: string;
  readonly subjects?: string;
  readonly subject?: readonly string[];
  readonly population?: string;
  readonly repetitions?: string;
  readonly repetition?: string;
  readonly seed?: string;
}

/** One spec per subject and repetition. Throws UsageError with everything that is wrong with them. */
export function specsOf(given: Given): readonly RunSpec[] {
  const theory = named("theory", theories, given.theory, ({ declaration }) => declaration.key).declaration;
  const preset = named("preset", theory.presets, given.preset ?? theory.presets[0].key, ({ key }) => key);
  const task = paradigmOf(given);
  const histories = historiesOf(given);
  const most = wholeNumber("trials", given.trials, [
    histories.length > 0 ? mostTrials : task.trials,
    1,
    mostTrials,
  ]);
  const parameters = { ...preset.values, ...Object.fromEntries((given.set ?? []).map(assignment)) };
  const seed = wholeNumber("seed", given.seed, [1, 0, 4294967295]);
  const role = given.role ?? preset.role;
  const specs = subjectsOf(given).flatMap((subject, index) => {
    const history = histories[index % histories.length] as History | undefined;
    const trials = Math.min(most, history?.trialTypes.length ?? most);
    const shared = { theory: theory.key, role, parameters, paradigm: { ...task, trials }, arm: given.arm };
    return repetitionsOf(given).map((repetition): RunSpec => ({
      ...{ ...shared, subject, repetition, seed },
      ...(history ? { history } : {}),
    }));
  });
  const problems = specs.map((spec) => validate(spec)).find((found) => found.length > 0);
  if (problems)
    throw new UsageError(problems.map(({ where, what, todo }) => `${where}: ${what} ${todo}`).join("\n"));
  return specs;
}

function named<T>(what: string, all: readonly T[], key: string, keyOf: (one: T) => string): T {
  const found = all.find((one) => keyOf(one) === key);
  if (!found) throw new UsageError(`There is no ${what} "${key}". There are: ${all.map(keyOf).join(", ")}.`);
  return found;
}

function paradigmOf({ paradigm, "paradigm-json": text }: Given): Paradigm {
  if (text === undefined) return named("paradigm", paradigms, paradigm, ({ key }) => key);
  try {
    return paradigmSpec.parse(JSON.parse(text));
  } catch (error) {
    throw new UsageError(
      `--paradigm-json is no paradigm: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** One animal's, or several for the subjects in turn. */
function historiesOf({ history, "history-json": written }: Given): readonly History[] {
  if (history === undefined && written === undefined) return [];
  if (history !== undefined && written !== undefined)
    throw new UsageError("Give --history or --history-json, not both.");
  const name = written === undefined ? `--history ${history}` : "--history-json";
  try {
    const given: unknown = JSON.parse(written ?? readFileSync(history!, "utf8"));
    return historyContract
      .array()
      .min(1)
      .parse(Array.isArray(given) ? given : [given]);
  } catch (error) {
    throw new UsageError(`${name} is no history: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function subjectsOf({ subject, subjects, population }: Given): readonly Subject[] {
  if (subject) return subject.map(subjectFrom);
  const first = wholeNumber("population", population, [1, 0, 4294960000]);
  const count = wholeNumber("subjects", subjects, [referenceRanks.length, 1, 6000]);
  return Array.from({ length: count }, (_, index) => describeSubject(index, first));
}

/** "population:rank:tau". */
function subjectFrom(text: string): Subject {
  const [population, rank, tauTrans, ...more] = text.split(":").map(Number);
  if (more.length > 0 || ![population, rank, tauTrans].every(Number.isFinite))
    throw new UsageError(`--subject is "${text}"; give it as population:rank:tau, for instance 1:201:0.8.`);
  return { population, rank, tauTrans };
}

function repetitionsOf({ repetition, repetitions }: Given): readonly number[] {
  if (repetition !== undefined) return [wholeNumber("repetition", repetition, [0, 0, 4294967295])];
  return Array.from({ length: wholeNumber("repetitions", repetitions, [1, 1, 1000]) }, (_, index) => index);
}

/** "key=value" with a number, true, false or a word. */
function assignment(text: string): readonly [string, number | string | boolean] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--set is "${text}"; give it as key=value.`);
  const value = text.slice(at + 1);
  const read = value === "true" ? true : value === "false" ? false : Number(value);
  return [text.slice(0, at), value === "" || Number.isNaN(read) ? value : read];
}
