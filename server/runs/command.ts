import type { ParameterValues } from "../../engine/declaration";
import type { RunSpec } from "../../engine/run-spec";
import { paradigms } from "../../engine/paradigms/registry";
import { theories } from "../../engine/theories/registry";
import { historyText } from "../../contracts/history";
import { canonicalJson } from "../../contracts/canonical-json";

/** A word as a shell reads it. */
const quoted = (word: string) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * The command that gives a run's bits without the server, from the preset that is nearest to its parameters. A task that
 * is not one of those that come with Phasic is written out whole, and so is the history of a yoked subject.
 */
export function reproducingCommand(
  { theory, role, parameters, paradigm, arm, subject, repetition, seed, history }: RunSpec,
  traceBinMs: number,
): string {
  const presets = theories.find(({ declaration }) => declaration.key === theory)?.declaration.presets ?? [];
  const [nearest] = presets
    .map((preset) => ({ preset, changed: differences(preset.values, parameters) }))
    .sort(
      (a, b) => a.changed.length - b.changed.length || +(b.preset.role === role) - +(a.preset.role === role),
    );
  const { trials, ...task } = paradigm;
  const bundled = paradigms.find(({ key }) => key === paradigm.key);
  const isBundled =
    bundled !== undefined && canonicalJson({ ...bundled, trials }) === canonicalJson(paradigm);
  const words = [
    ...["npm", "run", "phasic", "--", "simulate", "--theory", theory],
    ...(nearest
      ? ["--preset", nearest.preset.key, ...nearest.changed.flatMap((change) => ["--set", change])]
      : []),
    ...(nearest?.preset.role === role ? [] : ["--role", role]),
    ...(isBundled ? ["--paradigm", paradigm.key] : ["--paradigm-json", canonicalJson({ ...task, trials })]),
    ...(history ? ["--history-json", canonicalJson(historyText(history))] : []),
    ...["--arm", arm, "--trials", `${trials}`],
    ...["--subject", `${subject.population}:${subject.rank}:${subject.tauTrans}`],
    ...[
      "--repetition",
      `${repetition}`,
      "--seed",
      `${seed}`,
      "--traces",
      `${traceBinMs}`,
      "--json",
      "run.json",
    ],
  ];
  return words.map(quoted).join(" ");
}

/** "key=value" for each parameter that a preset has otherwise. */
const differences = (preset: ParameterValues, parameters: ParameterValues) =>
  Object.entries(parameters)
    .filter(([key, value]) => preset[key] !== value)
    .map(([key, value]) => `${key}=${value}`);
