import type { FrozenContent } from "../../../../contracts/publication";
import { blindDocument, type Renamed } from "./document";
import type { Telling } from "./telling";

export interface BlindParts {
  /** The hash, in the copy, of a panel's data or of a history, by its hash in what was frozen. */
  readonly json: (hash: string) => string;
}

export interface ToBlind {
  readonly telling: Telling;
  readonly names: Renamed;
  readonly without: Works;
  readonly parts: BlindParts;
}
/** Works whose citation is left out: datasets by name and version, references by their key. */
export interface Works {
  readonly datasets: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
}
export const datasetName = ({ name, number }: { readonly name: string; readonly number: number }) =>
  `${name} v${number}`;

/**
 * What was frozen, as a blind copy says it: every field is written down here, and what is not written down is not in it.
 */
export function blindContent(content: FrozenContent, to: ToBlind): FrozenContent {
  const { telling, names, without, parts } = to;
  const { words, hash } = telling;
  return {
    format: content.format,
    document: blindDocument(content.document, { telling, names, without: without.references }),
    settings: content.settings.map(({ values, panels }) => ({
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [names.variable.get(name)!, value]),
      ),
      panels: Object.fromEntries(
        Object.entries(panels).map(([id, part]) => [names.panel.get(id)!, parts.json(part)]),
      ),
    })),
    engineVersions: [...content.engineVersions],
    experiments: content.experiments.map((experiment) => {
      const { key, name, paradigm, models, arms, subjects, repetitions, seed } = experiment;
      return { key, name: words(name), paradigm, models, arms, subjects, repetitions, seed };
    }),
    models: content.models.map(({ key, name, number, theory, role, preset, parameters }) => ({
      ...{ key, name: words(name), number, theory, role, preset, parameters },
    })),
    paradigms: content.paradigms.map(({ key, name, number, spec }) => ({
      ...{ key, name: words(name), number, spec: specOf(spec, telling) },
    })),
    datasets: content.datasets.map((dataset) => {
      const { key, name, number, contentHash, licence, citation, doi, task, replicate } = dataset;
      const { subjects, sessions, trials } = dataset;
      const isLeftOut = without.datasets.has(datasetName(dataset));
      return {
        ...{ key, name: words(name), number, contentHash: hash(contentHash), licence: words(licence) },
        ...{ citation: words(citation), doi: isLeftOut ? null : doi, source: "" },
        ...{ task: words(task), replicate: words(replicate), subjects, sessions, trials },
      };
    }),
    runs: content.runs.map((run) => {
      const { key, places, paradigm, trials, arm, subject, repetition, seed, history } = run;
      return {
        ...{ key, places, paradigm, trials, arm, subject, repetition, seed },
        history: history && parts.json(history),
        ...{ engineVersion: run.engineVersion, traceBinMs: run.traceBinMs },
        ...{ specHash: hash(run.specHash), resultHash: hash(run.resultHash) },
        result: Object.fromEntries(Object.entries(run.result).map(([column, part]) => [column, hash(part)])),
      };
    }),
    missing: content.missing.map(({ kind }) => ({
      ...{ kind, what: `A ${kind}`, why: "The authors may not show it." },
    })),
  };
}

type Spec = FrozenContent["paradigms"][number]["spec"];

/** Times and shares as they are; words as its author may have changed them. */
const specOf = (spec: Spec, { words }: Telling): Spec => {
  const { key, trialMs, cue, reward, trainingType, mix, trials, probes } = spec;
  return {
    ...{ key, title: words(spec.title), meaning: words(spec.meaning), citation: words(spec.citation) },
    ...{ trialMs, cue, reward, trainingType, ...(mix && { mix }), trials, probes },
    arms: spec.arms.map(({ key, title, meaning, manipulation }) => ({
      ...{ key, title: words(title), meaning: words(meaning), manipulation },
    })),
  };
};
