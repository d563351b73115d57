import { paradigmSpec } from "../../../contracts/paradigm";
import type { FrozenContent } from "../../../contracts/publication";
import { theoryNamed } from "../../../engine/theories/registry";
import type { InLab } from "../../access/grant";
import { getVersion } from "../../datasets/service";
import { getVersions } from "../../models/service";
import type { Keys } from "./keys";
import type { Sources } from "./withheld";
import * as store from "./store";

/** What the numbers are of: experiments, models, tasks and recordings, each by its key. */
export async function described(
  grant: InLab,
  { groups, runs, datasets }: Sources,
  keys: Keys,
): Promise<Pick<FrozenContent, "experiments" | "models" | "paradigms" | "datasets">> {
  const simulated = [...groups.flatMap((ref) => (ref.kind === "simulation" ? [ref] : [])), ...runs];
  const experiments = await store.findExperiments(
    grant,
    distinct(simulated.map(({ experiment }) => experiment)),
  );
  const models = await getVersions(grant, distinct(simulated.map(({ model }) => model)));
  const shown = new Set(models.map(({ id }) => id));
  const tasks = new Map(experiments.map(({ paradigmVersion }) => [paradigmVersion.id, paradigmVersion]));
  const followed = experiments.flatMap(({ yokedTo }) => yokedTo?.datasetVersionId ?? []);
  const recordings = await Promise.all(
    distinct([...datasets, ...followed]).map((id) => getVersion(grant, id)),
  );
  return {
    experiments: experiments.map(({ id, name, arms, subjects, repetitions, seed, ...of }) => ({
      ...{ key: keys.of("experiment", id), name, arms, subjects, repetitions, seed },
      paradigm: keys.of("paradigm", of.paradigmVersion.id),
      models: of.models.flatMap(({ modelVersionId: model }) =>
        shown.has(model) ? keys.of("model", model) : [],
      ),
    })),
    models: models.map(({ id, modelName: name, number, theory, role, preset, parameters }) => ({
      ...{ key: keys.of("model", id), name, number, theory, role, preset },
      parameters: { ...defaultsOf(theory), ...parameters },
    })),
    paradigms: [...tasks.values()].map(({ id, number, spec, paradigm: { name } }) => ({
      ...{ key: keys.of("paradigm", id), name, number, spec: paradigmSpec.parse(spec) },
    })),
    datasets: recordings.map(({ id, name, number, contentHash, licence, citation, doi, ...of }) => ({
      ...{ key: keys.of("dataset", id), name, number, contentHash, licence, citation, doi },
      ...{ source: of.source, task: of.task, replicate: of.replicate },
      ...{ subjects: of.subjects, sessions: of.sessions, trials: of.trials },
    })),
  };
}

const defaultsOf = (theory: string) =>
  Object.fromEntries(
    theoryNamed(theory).declaration.parameters.map((parameter) => [parameter.key, parameter.default]),
  );

const distinct = (all: readonly string[]) => [...new Set(all)];
