import type { ObjectKind, ObjectRef } from "../../../contracts/object";
import type { Closure, SystemLabGrant } from "../../access/grant";
import * as store from "./store";

type Find = (grant: SystemLabGrant, id: string) => Promise<Closure | null>;

/** One line per kind: what it implies, or null while it is not there. */
const finders: Record<ObjectKind, Find> = {
  model: store.modelClosure,
  paradigm: store.paradigmClosure,
  experiment: async (grant, id) => {
    if (await store.experimentInTrash(grant, id)) return null;
    const closure = await store.experimentsClosure(grant, [id]);
    return closure.experiments.length > 0 ? closure : null;
  },
  run: store.runClosure,
  dataset: store.datasetClosure,
  comparison: async (grant, id) => {
    if (await store.comparisonInTrash(grant, id)) return null;
    const named = await store.namedByComparisons(grant, [id]);
    return named.comparisons.length > 0 ? closureOfNamed(grant, named) : null;
  },
  dashboard: async (grant, id) => {
    const named = await store.namedByDashboard(grant, id);
    if (!named) return null;
    const within = await store.namedByComparisons(grant, named.comparisons);
    const closure = await closureOfNamed(grant, {
      comparisons: within.comparisons,
      experiments: [...named.experiments, ...within.experiments],
      datasetVersions: [...named.datasetVersions, ...within.datasetVersions],
    });
    return { ...closure, dashboards: [id] };
  },
};

/** What an object of each kind can be part of, besides itself. */
const made = ["run", "experiment", "comparison", "dashboard"] as const;
export const holders: Readonly<Record<ObjectKind, readonly ObjectKind[]>> = {
  ...{ model: made, paradigm: made, run: ["experiment", "comparison", "dashboard"] },
  ...{ experiment: ["comparison", "dashboard"], dataset: ["comparison", "dashboard"] },
  ...{ comparison: ["dashboard"], dashboard: [] },
};

/** Everything that the object's pages read; null while the lab has no such object, or has it in the trash. */
export const closureOf = (grant: SystemLabGrant, { kind, id }: ObjectRef): Promise<Closure | null> =>
  finders[kind](grant, id);

async function closureOfNamed(grant: SystemLabGrant, named: store.Named): Promise<Closure> {
  const [simulated, recorded] = await Promise.all([
    store.experimentsClosure(grant, named.experiments),
    store.datasetVersionsClosure(grant, named.datasetVersions),
  ]);
  const { datasets, datasetVersions } = recorded;
  return { ...simulated, datasets, datasetVersions, comparisons: named.comparisons };
}
