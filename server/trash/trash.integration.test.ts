import { beforeAll, describe, expect, it } from "vitest";
import { comparisonState } from "../../contracts/comparison";
import { graceDays } from "../../contracts/lab";
import { type TrashRef, trashKinds, trashListInput } from "../../contracts/trash";
import { makeDashboard } from "../access/rows/dashboards";
import { makeDataset } from "../access/rows/datasets";
import { makeExperiment } from "../access/rows/experiments";
import { makeModel } from "../access/rows/models";
import { makeParadigm } from "../access/rows/paradigms";
import { managerOf } from "../access/testing/giver";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { saveComparison, viewComparison } from "../comparisons/service";
import { db } from "../db";
import { getExperiment } from "../experiments/service";
import { listObjects } from "../objects/service";
import { appRouter } from "../root";
import { rowCounts } from "../testing/database-texts";
import { createCallerFactory } from "../trpc";
import { deleteDueTrash, getTrashed, listTrash, putInTrash, restore } from "./service";

const createCaller = createCallerFactory(appRouter);
let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lab-one");
});

const groupsOf = async (experiment: string) => {
  const { models, arms } = await getExperiment(lab.grant, experiment);
  return [{ kind: "simulation" as const, experiment, model: models[0].id, arm: arms[0].key }];
};
const compare = async (groups: Parameters<typeof comparisonState.parse>[0] = []) =>
  saveComparison(lab.grant, {
    ...{ name: lab.unique("comparison"), notes: "" },
    state: comparisonState.parse({ groups }),
  });

/** One of each kind, on which nothing stands. */
const makers: Record<TrashRef["kind"], () => Promise<string>> = {
  model: async () => (await makeModel(lab)).id,
  paradigm: async () => (await makeParadigm(lab)).id,
  experiment: async () => (await makeExperiment(lab)).id,
  dataset: async () => (await makeDataset(lab)).datasetId,
  comparison: async () => (await compare(await groupsOf((await makeExperiment(lab)).id))).id,
  dashboard: async () => (await makeDashboard(lab)).id,
};
const put = async (...refs: TrashRef[]) => {
  for (const ref of refs) await putInTrash(lab.grant, ref);
};
const tables = {
  ...{ model: "Model", paradigm: "Paradigm", experiment: "Experiment" },
  ...{ dataset: "Dataset", comparison: "Comparison", dashboard: "Dashboard" },
};
/** As if its time in the trash were over. */
const age = async (...refs: TrashRef[]) => {
  for (const { kind, id } of refs)
    await db().$executeRawUnsafe(
      `UPDATE "${tables[kind]}" SET "trashedAt" = "trashedAt" - make_interval(days => ${graceDays}, mins => 1) WHERE id = $1`,
      id,
    );
};
const there = async ({ kind, id }: TrashRef) => {
  const [{ count }] = await db().$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM "${tables[kind]}" WHERE id = $1`,
    id,
  );
  return count === 1;
};
const list = async () => (await listTrash(lab.grant, trashListInput.parse({ lab: lab.slug }))).rows;

describe.each(trashKinds)("a %s", (kind) => {
  let ref: TrashRef;
  beforeAll(async () => {
    ref = { kind, id: await makers[kind]() };
  });
  const caller = () => createCaller({ user: lab.members.viewer, address: null });

  it("leaves lists and search, stays readable, and comes back", async () => {
    const nouns = { model: "models", paradigm: "paradigms", experiment: "experiments" } as const;
    const more = { dataset: "datasets", comparison: "comparisons", dashboard: "dashboards" } as const;
    const ids = async () =>
      (await caller()[{ ...nouns, ...more }[kind]].list({ lab: lab.slug, limit: 200 })).rows.map(
        ({ id }) => id,
      );
    const named = async () =>
      (await listObjects(lab.grant, { kinds: [kind], text: "", limit: 100 })).map((one) => one.ref.id);
    const { name } = (await getObject(ref))!;
    const searched = async () =>
      (await caller().search.within({ lab: lab.slug, text: name, kind, limit: 50 })).rows.map(({ id }) => id);
    expect([await ids(), await named(), await searched()].map((found) => found.includes(ref.id))).toEqual([
      ...[true, true, true],
    ]);
    const editor = createCaller({ user: lab.members.editor, address: null });
    await editor.trash.put({ lab: lab.slug, ref });
    expect([await ids(), await named(), await searched()].map((found) => found.includes(ref.id))).toEqual([
      ...[false, false, false],
    ]);
    expect(await getObject(ref)).toMatchObject({ name });
    const [row] = (await list()).filter(({ object }) => object.ref.id === ref.id);
    expect(row).toMatchObject({ name, by: lab.members.editor.name, keptBy: [] });
    expect(Math.round((row.until.getTime() - Date.now()) / 86_400_000)).toBe(graceDays);
    await editor.trash.restore({ lab: lab.slug, ref });
    expect((await ids()).includes(ref.id)).toBe(true);
    expect(await getTrashed(lab.grant, ref)).toBeNull();
  });

  it("is deleted for good when its time is over, not before, with what was only its own", async () => {
    const before = await rowCounts();
    const own = { kind, id: await makers[kind]() };
    await put(own);
    await deleteDueTrash();
    expect(await there(own)).toBe(true);
    await age(own);
    await deleteDueTrash();
    expect(await there(own)).toBe(false);
    await expect(restore(lab.grant, own)).rejects.toMatchObject({ details: { code: "not-found" } });
    const entries = await db().auditEntry.findMany({ where: { objectId: own.id }, orderBy: { id: "asc" } });
    expect(entries.slice(-2).map(({ action }) => action)).toEqual([`${kind}.trash`, `${kind}.delete`]);
    // whatever an experiment or a dataset brought along goes with it
    const left = [...(await rowCounts())].filter(([table, count]) => count > before.get(table)!);
    const others = ["AuditEntry", "Model", "ModelVersion", "Paradigm", "ParadigmVersion"];
    const alone: readonly string[] = ["model", "paradigm", "experiment", "dataset"];
    if (alone.includes(kind))
      expect(left.filter(([table]) => !others.includes(table)).map(([table]) => table)).toEqual([]);
  });
});
const getObject = async (ref: TrashRef) =>
  createCaller({ user: lab.members.viewer, address: null }).objects.get({ lab: lab.slug, ref });

describe("what something else stands on", () => {
  it("says why it is kept, and goes after the last that used it", async () => {
    const { id } = await makeExperiment(lab);
    const experiment = { kind: "experiment" as const, id };
    const { models, paradigm } = await getExperiment(lab.grant, id);
    const model = { kind: "model" as const, id: models[0].modelId };
    const { paradigmId } = await db().paradigmVersion.findUniqueOrThrow({
      where: { id: paradigm.versionId },
    });
    const task = { kind: "paradigm" as const, id: paradigmId };
    const comparison = { kind: "comparison" as const, id: (await compare(await groupsOf(id))).id };

    await put(experiment, model, task);
    const keeper = (await list()).find(({ object }) => object.ref.id === id)!.keptBy;
    expect(keeper.map(({ ref }) => ref)).toEqual([comparison]);
    expect((await getTrashed(lab.grant, model))!.keptBy.map(({ ref }) => ref)).toEqual([
      ...[experiment, comparison],
    ]);
    const view = await viewComparison(lab.grant, {
      ...{ groups: await groupsOf(id), block: 100, trials: { from: 1, to: 5 } },
    });
    expect(view.groups[0].inTrash).toBe("Its experiment is in the trash.");

    await age(experiment, model, task);
    await deleteDueTrash();
    expect([await there(experiment), await there(model), await there(task)]).toEqual([true, true, true]);
    await put(comparison);
    await deleteDueTrash();
    expect(await there(experiment)).toBe(true);
    await age(comparison);
    await deleteDueTrash();
    for (const one of [comparison, experiment, model, task]) expect(await there(one)).toBe(false);
  });

  it("a dataset in a comparison stays, and the comparison says where it is", async () => {
    const { id, datasetId } = await makeDataset(lab);
    const groups = [{ kind: "recording" as const, dataset: id, group: "" }];
    await compare(groups);
    const dataset = { kind: "dataset" as const, id: datasetId };
    await put(dataset);
    await age(dataset);
    await deleteDueTrash();
    const view = await viewComparison(lab.grant, { groups, block: 100, trials: { from: 1, to: 5 } });
    expect(view.groups[0].inTrash).toBe("Its dataset is in the trash.");
  });

  it("a run that stands in another experiment stays with it", async () => {
    const first = await makeExperiment(lab);
    const { cells } = await getExperiment(lab.grant, first.id);
    const other = await makeExperiment(lab);
    const { modelVersionId } = cells[0];
    await db().experimentModel.create({
      data: { experimentId: other.id, modelVersionId, position: 9 },
    });
    await db().experimentRun.create({
      data: { experimentId: other.id, runId: cells[0].id, modelVersionId, position: 9 },
    });
    const ref = { kind: "experiment" as const, id: first.id };
    await put(ref);
    await age(ref);
    await deleteDueTrash();
    expect(await there(ref)).toBe(false);
    expect(await db().run.count({ where: { id: cells[0].id } })).toBe(1);
  });
});

it("nobody finds another lab's things in it, or moves them there", async () => {
  const other = await makeLab("lab-two");
  const ref = { kind: "model" as const, id: (await makeModel(other)).id };
  for (const act of [
    () => putInTrash(managerOf(lab), ref),
    () => restore(managerOf(lab), ref),
    () => getTrashed(managerOf(lab), ref),
  ])
    await expect(act()).rejects.toMatchObject({ details: { code: "not-found" } });
  await putInTrash(other.grant, ref);
  expect((await list()).map(({ object }) => object.ref.id)).not.toContain(ref.id);
});
