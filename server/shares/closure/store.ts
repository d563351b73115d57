import { comparisonState } from "../../../contracts/comparison";
import type { Closure, SystemLabGrant } from "../../access/grant";
import { db } from "../../db";

/**
 * What an object implies: all that its page and the pages behind it read. Asked anew for each request, so that a new version
 * or a new run is there at once, and what went to the trash is not.
 */

const nothing: Closure = {
  ...{ models: [], modelVersions: [], paradigms: [], paradigmVersions: [], experiments: [], runs: [] },
  ...{ datasets: [], datasetVersions: [], comparisons: [], dashboards: [] },
};
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const distinct = (all: readonly string[]) => [...new Set(all)];

/** Null when the lab has no such model that is not in the trash. A model implies all its versions. */
export async function modelClosure({ labId }: SystemLabGrant, id: string): Promise<Closure | null> {
  const model = await db().model.findFirst({
    where: { labId, id, trashedAt: null },
    select: { versions: { select: { id: true } } },
  });
  return model && { ...nothing, models: [id], modelVersions: ids(model.versions) };
}

export async function paradigmClosure({ labId }: SystemLabGrant, id: string): Promise<Closure | null> {
  const paradigm = await db().paradigm.findFirst({
    where: { labId, id, trashedAt: null },
    select: { versions: { select: { id: true } } },
  });
  return paradigm && { ...nothing, paradigms: [id], paradigmVersions: ids(paradigm.versions) };
}

/** A run implies the versions that it was computed from; not its experiments. */
export async function runClosure({ labId }: SystemLabGrant, id: string): Promise<Closure | null> {
  const run = await db().run.findFirst({
    where: { labId, id },
    select: {
      modelVersionId: true,
      modelVersion: { select: { modelId: true } },
      paradigmVersionId: true,
      paradigmVersion: { select: { paradigmId: true } },
    },
  });
  return (
    run && {
      ...nothing,
      ...{ runs: [id], models: [run.modelVersion.modelId], modelVersions: [run.modelVersionId] },
      ...{ paradigms: [run.paradigmVersion.paradigmId], paradigmVersions: [run.paradigmVersionId] },
    }
  );
}

/** Of those that the lab has: their runs, and the versions of models and tasks that they are made of. */
export async function experimentsClosure(
  { labId }: SystemLabGrant,
  wanted: readonly string[],
): Promise<Closure> {
  const experiments = await db().experiment.findMany({
    where: { labId, id: { in: [...wanted] } },
    select: {
      id: true,
      paradigmVersionId: true,
      paradigmVersion: { select: { paradigmId: true } },
      models: { select: { modelVersionId: true, modelVersion: { select: { modelId: true } } } },
    },
  });
  const models = experiments.flatMap((experiment) => experiment.models);
  return {
    ...nothing,
    experiments: ids(experiments),
    models: distinct(models.map(({ modelVersion }) => modelVersion.modelId)),
    modelVersions: distinct(models.map(({ modelVersionId }) => modelVersionId)),
    paradigms: distinct(experiments.map(({ paradigmVersion }) => paradigmVersion.paradigmId)),
    paradigmVersions: distinct(experiments.map(({ paradigmVersionId }) => paradigmVersionId)),
  };
}

/** Null when the lab has no such dataset that is not in the trash. A dataset implies all its versions. */
export async function datasetClosure({ labId }: SystemLabGrant, id: string): Promise<Closure | null> {
  const dataset = await db().dataset.findFirst({
    where: { labId, id, trashedAt: null },
    select: { versions: { select: { id: true } } },
  });
  return dataset && { ...nothing, datasets: [id], datasetVersions: ids(dataset.versions) };
}

/** Of those that the lab has, these versions and no other. */
export async function datasetVersionsClosure(
  { labId }: SystemLabGrant,
  wanted: readonly string[],
): Promise<Closure> {
  const versions = await db().datasetVersion.findMany({
    where: { labId, id: { in: [...wanted] } },
    select: { id: true, datasetId: true },
  });
  const datasets = distinct(versions.map(({ datasetId }) => datasetId));
  return { ...nothing, datasetVersions: ids(versions), datasets };
}

/** What else stands on one of these goes on reading it from there. */
export const experimentInTrash = async ({ labId }: SystemLabGrant, id: string): Promise<boolean> =>
  (await db().experiment.count({ where: { labId, id, trashedAt: { not: null } } })) > 0;
export const comparisonInTrash = async ({ labId }: SystemLabGrant, id: string): Promise<boolean> =>
  (await db().comparison.count({ where: { labId, id, trashedAt: { not: null } } })) > 0;

/** What the groups of comparisons name. */
export interface Named {
  readonly experiments: readonly string[];
  readonly datasetVersions: readonly string[];
  /** Comparisons that the lab has, of those asked. */
  readonly comparisons: readonly string[];
}
export async function namedByComparisons(
  { labId }: SystemLabGrant,
  wanted: readonly string[],
): Promise<Named> {
  const rows = await db().comparison.findMany({
    where: { labId, id: { in: [...wanted] } },
    select: { id: true, state: true },
  });
  const groups = rows.flatMap(({ state }) => comparisonState.safeParse(state).data?.groups ?? []);
  return {
    comparisons: ids(rows),
    experiments: distinct(groups.flatMap((group) => (group.kind === "simulation" ? group.experiment : []))),
    datasetVersions: distinct(groups.flatMap((group) => (group.kind === "recording" ? group.dataset : []))),
  };
}

/**
 * What the latest version of a dashboard names anywhere, whatever its panels and variables look like: every text in it that
 * is the id of one of the lab's comparisons, experiments or dataset versions. Null when the lab has no such dashboard that is
 * not in the trash.
 */
export async function namedByDashboard({ labId }: SystemLabGrant, id: string): Promise<Named | null> {
  const dashboard = await db().dashboard.findFirst({
    where: { labId, id, trashedAt: null },
    select: { versions: { select: { document: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  if (!dashboard) return null;
  const texts = [...textsIn(dashboard.versions[0]?.document)];
  const where = { labId, id: { in: texts } };
  const select = { id: true } as const;
  const [comparisons, experiments, datasetVersions] = await Promise.all([
    db().comparison.findMany({ where, select }),
    db().experiment.findMany({ where, select }),
    db().datasetVersion.findMany({ where, select }),
  ]);
  return {
    comparisons: ids(comparisons),
    experiments: ids(experiments),
    datasetVersions: ids(datasetVersions),
  };
}

const longestId = 40;
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string" && value.length <= longestId) found.add(value);
  if (value !== null && typeof value === "object")
    for (const one of Object.values(value)) textsIn(one, found);
  return found;
}
