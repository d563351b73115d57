import type { GroupRef } from "../../../contracts/comparison";
import type { RunPlace } from "../../../contracts/dashboard-panel";
import { licenceRefusal } from "../../../contracts/licence";
import type { Withheld } from "../../../contracts/publication";
import type { InLab } from "../../access/grant";
import { modelsNotForPublic } from "../../shares/service";
import { unwillingMakers } from "../wishes/service";
import * as store from "./store";

/** What panels read. */
export interface Sources {
  readonly groups: readonly GroupRef[];
  readonly runs: readonly RunPlace[];
  readonly datasets: readonly string[];
}

/** What the lab may not publish of what it would; each answers with the reason, or null. */
export interface NotForPublic {
  group(ref: GroupRef): string | null;
  run(place: Pick<RunPlace, "experiment" | "model">): string | null;
  dataset(version: string): string | null;
  /** Each thing once, for readers. */
  readonly missing: readonly Withheld[];
}

export async function withheldFrom(grant: InLab, { groups, runs, datasets }: Sources): Promise<NotForPublic> {
  const simulated = [...groups.flatMap((ref) => (ref.kind === "simulation" ? [ref] : [])), ...runs];
  const experiments = await store.findExperiments(
    grant,
    distinct(simulated.map(({ experiment }) => experiment)),
  );
  const followed = experiments.flatMap(({ yokedTo }) => yokedTo?.datasetVersionId ?? []);
  const ofModels = distinct(simulated.map(({ model }) => model));
  const ofDatasets = distinct([...datasets, ...followed]);
  const [models, recordings, unwilling] = await Promise.all([
    modelsNotForPublic(grant, ofModels),
    store.findDatasets(grant, ofDatasets),
    unwillingMakers(grant, [...ofModels, ...ofDatasets, ...experiments.map(({ id }) => id)]),
  ]);
  const whyNot = new Map<string, Withheld>();
  for (const { id, name, why } of models) whyNot.set(id, { kind: "model", what: name, why });
  for (const { id, name, number, licence } of recordings) {
    const why = licenceRefusal(licence, "publish");
    if (why) whyNot.set(id, { kind: "dataset", what: `${name} v${number}`, why });
  }
  for (const { id, ...one } of unwilling) whyNot.set(id, whyNot.get(id) ?? one);
  for (const { id, name, yokedTo } of experiments) {
    const source = yokedTo && whyNot.get(yokedTo.datasetVersionId);
    if (source && !whyNot.has(id))
      whyNot.set(id, {
        ...{ kind: "experiment", what: name },
        why: `Its subjects meet the trials of ${source.what}. ${source.why}`,
      });
  }
  const reason = (id: string) => {
    const found = whyNot.get(id);
    return found ? `${found.what}: ${found.why}` : null;
  };
  const run = (place: Pick<RunPlace, "experiment" | "model">) =>
    reason(place.experiment) ?? reason(place.model);
  return {
    run,
    dataset: reason,
    group: (ref) => (ref.kind === "simulation" ? run(ref) : reason(ref.dataset)),
    missing: [...whyNot.values()].sort((a, b) => (a.what < b.what ? -1 : 1)),
  };
}

const distinct = (all: readonly string[]) => [...new Set(all)];
