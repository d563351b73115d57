import { createHash } from "node:crypto";
import { canonicalJson } from "../../contracts/canonical-json";
import { history as historyContract } from "../../contracts/history";
import type { ParameterValues, TheoryDeclaration } from "../../engine/declaration";
import type { History } from "../../engine/history";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import type { RunSpec, Subject } from "../../engine/run-spec";
import { theories } from "../../engine/theories/registry";

/** What a run is made of, as the database keeps it. */
export interface RunIngredients {
  readonly model: { readonly theory: string; readonly role: string; readonly parameters: ParameterValues };
  readonly paradigm: Paradigm;
  /** Training trials of this run, whatever the paradigm's own number. */
  readonly trials: number;
  readonly arm: string;
  readonly subject: Subject;
  readonly repetition: number;
  readonly seed: number;
  /** Of a yoked subject. */
  readonly history?: History;
}

/** The spec of one run: parameters completed by their defaults, the paradigm with the trials asked for. */
export function runSpec({ model, paradigm, trials, ...rest }: RunIngredients): RunSpec {
  const declaration = theories.find(({ declaration }) => declaration.key === model.theory)?.declaration;
  const { population, rank, tauTrans } = rest.subject;
  return {
    theory: model.theory,
    role: model.role,
    parameters: { ...defaultsOf(declaration), ...model.parameters },
    paradigm: { ...paradigm, trials },
    arm: rest.arm,
    subject: { population, rank, tauTrans },
    repetition: rest.repetition,
    seed: rest.seed,
    ...(rest.history ? { history: rest.history } : {}),
  };
}

const defaultsOf = (declaration: TheoryDeclaration | undefined): ParameterValues =>
  Object.fromEntries((declaration?.parameters ?? []).map((parameter) => [parameter.key, parameter.default]));

/** SHA-256 of the canonical spec, its large parts by their own hashes: what "the same computation" means. */
export const specHash = ({ parameters, paradigm, history, ...rest }: RunSpec): string =>
  createHash("sha256")
    .update(
      canonicalJson({
        ...{ ...rest, parameters: hashOf(parameters), paradigm: hashOf(paradigm) },
        ...(history ? { history: hashOf(history) } : {}),
      }),
    )
    .digest("hex");

/** SHA-256 of a history: equal hashes, equal histories. */
export const historyHash = (history: History): string => hashOf(history);

/** A history as the database keeps it. */
export const historyFrom = (row: {
  readonly source: string;
  readonly trialTypes: string;
  readonly stimulated: string | null;
}): History => historyContract.parse(row);

/** A grid of runs shares a few paradigms, parameter sets and histories: each is hashed once while it lives. */
const hashes = new WeakMap<object, string>();
function hashOf(part: object): string {
  const known = hashes.get(part) ?? createHash("sha256").update(canonicalJson(part)).digest("hex");
  hashes.set(part, known);
  return known;
}
