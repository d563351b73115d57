import type { FrozenContent } from "../../../contracts/publication";
import type { ParameterDeclaration, ParameterValue } from "../../../engine/declaration";
import type { Paradigm } from "../../../engine/paradigms/paradigm";
import { theories } from "../../../engine/theories/registry";
import { counted, listed, plain, table } from "./markdown";

type Experiment = FrozenContent["experiments"][number];
type Model = FrozenContent["models"][number];

const declarationOf = ({ theory }: Model) =>
  theories.find(({ declaration }) => declaration.key === theory)?.declaration;
const named = ({ name, number }: { readonly name: string; readonly number: number }) =>
  `${plain(name)} v${number}`;

/** What one subject is: the replicate, as on every figure. */
const replicates = (models: readonly Model[]) =>
  listed([...new Set(models.map(({ theory }) => (theory === "actr" ? "initial networks" : "agents")))]);

/** Who was simulated, how often, with which chance. */
export function experimentWords(content: FrozenContent, experiment: Experiment): string {
  const models = content.models.filter(({ key }) => experiment.models.includes(key));
  const paradigm = content.paradigms.find(({ key }) => key === experiment.paradigm);
  const runs = content.runs.filter(({ places }) =>
    places.some((place) => place.experiment === experiment.key),
  );
  const [least, most] = [
    Math.min(...runs.map(({ trials }) => trials)),
    Math.max(...runs.map(({ trials }) => trials)),
  ];
  const trials =
    runs.length === 0
      ? ""
      : least === most
        ? ` of ${least} training trials`
        : ` of ${least} to ${most} training trials`;
  const titles = experiment.arms.map((arm) =>
    plain(paradigm?.spec.arms.find(({ key }) => key === arm)?.title ?? arm),
  );
  const yoked = runs.some(({ history }) => history !== null);
  return [
    `### ${plain(experiment.name)}`,
    `${listed(models.map(named))} in ${paradigm ? named(paradigm) : "a paradigm that is left out"}, ${titles.length === 1 ? "arm" : "arms"} ${listed(titles)}: ` +
      `N = ${experiment.subjects.length} simulated subjects per group (replicate: ${replicates(models)}), ` +
      `${counted(experiment.repetitions, "repetition")} of each, ${counted(runs.length, "run")}${trials}. ` +
      `A subject counts once: its repetitions, the same subject with other noise, are averaged before N is counted. ` +
      `Seed ${experiment.seed}; the noise of a run is keyed by seed, subject, repetition, trial and purpose, so that the arms of one subject meet the same chance until their behaviour parts.` +
      (yoked
        ? " Subjects met the trials of recorded animals, in their order, instead of the paradigm's own."
        : ""),
    `Subjects (population, rank, rate multiplier): ${experiment.subjects.map(({ population, rank, tauTrans }) => `${population}:${rank}:${Number(tauTrans.toFixed(4))}`).join(", ")}.`,
  ].join("\n\n");
}

/** A task with its times, its trials and its arms. */
export function paradigmWords(
  content: FrozenContent,
  { key, spec, ...of }: FrozenContent["paradigms"][number],
): string {
  const used = new Set(content.runs.filter(({ paradigm }) => paradigm === key).map(({ arm }) => arm));
  const shown = spec.arms.filter((arm) => used.has(arm.key));
  return [
    `### ${named(of)}`,
    `${plain(spec.meaning)} Trials of ${spec.trialMs} ms, cue from ${spec.cue.onset} to ${spec.cue.offset} ms, reward at ${spec.reward.time} ms. ${trainingWords(spec)} ${probeWords(spec)}${spec.citation ? ` Source: ${plain(spec.citation)}.` : ""}`,
    ...(shown.length > 0
      ? [shown.map((arm) => `- ${plain(arm.title)}: ${plain(arm.meaning)}`).join("\n")]
      : []),
  ].join("\n\n");
}

function trainingWords({ mix, trainingType }: Paradigm): string {
  if (!mix) return `Every training trial is ${trainingType}.`;
  const shares = Object.entries(mix).filter(([, share]) => share > 0);
  return `Training trials are ${listed(shares.map(([type, share]) => `${type} with probability ${share}`))}, drawn anew for each trial.`;
}
const probeWords = ({ probes }: Paradigm) =>
  `A block of probes without learning (${listed(probes.types)}; ${counted(probes.repetitions, "repetition")} averaged) follows trial 1 and every ${probes.every} trials.`;

/** Which theory, what dopamine is in it, and every parameter with its unit. */
export function modelWords(content: FrozenContent, model: Model): string {
  const declaration = declarationOf(model);
  const role = declaration?.roles.find(({ key }) => key === model.role);
  const preset = declaration?.presets.find(({ key }) => key === model.preset);
  const arms = content.paradigms.flatMap(({ spec }) => spec.arms);
  const used = new Set(
    content.runs
      .filter(({ places }) => places.some((place) => place.model === model.key))
      .map(({ arm }) => arms.find(({ key }) => key === arm)?.manipulation),
  );
  const rules = [...used].flatMap((manipulation) => {
    const rule = manipulation && manipulation !== "none" && role?.manipulations[manipulation];
    return rule
      ? [
          `- ${manipulation}: ${plain(rule.rule)}${rule.origin === "extension" ? " (an extension, not in the published code)" : ""}`,
        ]
      : [];
  });
  return [
    `### ${named(model)}`,
    `${plain(declaration?.title ?? model.theory)}. ${plain(declaration?.summary ?? "")} Source: ${plain(declaration?.citation.text ?? "")} doi:${declaration?.citation.doi ?? ""}.`,
    `Role of dopamine: ${plain(role?.title ?? model.role)}.${preset ? ` Preset "${plain(preset.title)}".` : ""}`,
    ...(rules.length > 0 ? [rules.join("\n")] : []),
    table(
      ["parameter", "key", "value", "unit"],
      Object.entries(model.parameters)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) =>
          parameterRow(
            key,
            value,
            declaration?.parameters.find((one) => one.key === key),
          ),
        ),
    ),
  ].join("\n\n");
}

const parameterRow = (
  key: string,
  value: ParameterValue,
  declared: ParameterDeclaration | undefined,
): string[] => [
  ...[plain(declared?.title ?? key), `\`${key}\``],
  ...[
    plain(value === true ? "on" : value === false ? "off" : String(value)),
    declared?.kind === "number" || declared?.kind === "integer" ? plain(declared.unit) : "",
  ],
];
