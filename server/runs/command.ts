import type { RunSpec } from "../../engine/run-spec";
import { paradigms } from "../../engine/paradigms/registry";
import { theories } from "../../engine/theories/registry";
import { canonicalJson } from "../../contracts/canonical-json";

/** A word as a shell reads it. */
const quoted = (word: string) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * The command that gives a run's bits without the server. Values that equal the theory's default are left out; a task that
 * is not one of those that come with Phasic is written out whole.
 */
export function reproducingCommand({
  theory,
  role,
  parameters,
  paradigm,
  arm,
  subject,
  repetition,
  seed,
}: RunSpec) {
  const declared =
    theories.find(({ declaration }) => declaration.key === theory)?.declaration.parameters ?? [];
  const changed = Object.entries(parameters).filter(
    ([key, value]) => declared.find((parameter) => parameter.key === key)?.default !== value,
  );
  const { trials, ...task } = paradigm;
  const bundled = paradigms.find(({ key }) => key === paradigm.key);
  const isBundled =
    bundled !== undefined && canonicalJson({ ...bundled, trials }) === canonicalJson({ ...task, trials });
  const words = [
    ...["npm", "run", "phasic", "--", "simulate"],
    ...["--theory", theory, "--role", role],
    ...changed.flatMap(([key, value]) => ["--set", `${key}=${value}`]),
    ...(isBundled ? ["--paradigm", paradigm.key] : ["--paradigm-json", canonicalJson(task)]),
    ...["--trials", `${trials}`, "--arm", arm],
    ...["--subject", `${subject.population}:${subject.rank}:${subject.tauTrans}`],
    ...["--repetition", `${repetition}`, "--seed", `${seed}`, "--json", "run.json"],
  ];
  return words.map(quoted).join(" ");
}
