import { beforeAll, describe, expect, it } from "vitest";
import { makeModel } from "../access/rows/models";
import { makeParadigm } from "../access/rows/paradigms";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";

/** What the database refuses when a service forgets (prisma/migrations, rules). */
let here: LabFixture;
let there: LabFixture;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
});

const bytes = new Uint8Array([1]);
const result = { training: bytes, probes: bytes, licks: bytes, traces: bytes, blockTraces: bytes };

describe("what is written once", () => {
  it("holds for versions of models, but for the version they were forked from", async () => {
    const { latest } = await makeModel(here);
    const change = (data: object) => db().modelVersion.update({ where: { id: latest.id }, data });
    await expect(change({ notes: "other" })).rejects.toThrow("immutable");
    await expect(change({ parameters: {} })).rejects.toThrow("immutable");
    await expect(change({ forkedFromId: (await makeModel(here)).latest.id })).rejects.toThrow("immutable");

    const { id } = await db().modelVersion.create({
      data: { ...(await newVersion(latest.id)), number: 2, forkedFromId: latest.id },
    });
    await db().modelVersion.delete({ where: { id: latest.id } });
    expect(await db().modelVersion.findUnique({ where: { id } })).toMatchObject({ forkedFromId: null });
  });

  it("holds for versions of paradigms", async () => {
    const { latest } = await makeParadigm(here);
    await expect(
      db().paradigmVersion.update({ where: { id: latest.id }, data: { hash: "other" } }),
    ).rejects.toThrow("immutable");
  });

  it("holds for results", async () => {
    const { id } = await db().runResult.create({
      data: { ...result, hash: "h", traceBinMs: 10, summary: {} },
    });
    await expect(db().runResult.update({ where: { id }, data: { hash: "other" } })).rejects.toThrow(
      "immutable",
    );
  });

  it("holds for datasets from the moment they are imported", async () => {
    const upload = await db().upload.create({
      data: { labId: here.id, fileName: "f.csv", byteLength: 1, sha256: here.unique("s") },
    });
    const { versions } = await db().dataset.create({
      data: {
        labId: here.id,
        name: here.unique("dataset"),
        versions: {
          create: {
            ...{ labId: here.id, number: 1, uploadId: upload.id, licence: "CC0-1.0" },
            ...{ citation: "c", contentHash: "h" },
          },
        },
      },
      select: { versions: true },
    });
    const change = (data: object) => db().datasetVersion.update({ where: { id: versions[0].id }, data });
    await change({ status: "importing" });
    await change({ status: "imported", importedAt: new Date(), summary: {} });
    await expect(change({ status: "uploaded" })).rejects.toThrow("immutable");
    await expect(change({ licence: "other" })).rejects.toThrow("immutable");
  });
});

describe("rows stay in their lab", () => {
  it("refuses a version of another lab's model", async () => {
    const { latest } = await makeModel(there);
    await expect(
      db().modelVersion.create({ data: { ...(await newVersion(latest.id)), labId: here.id, number: 2 } }),
    ).rejects.toThrow("outside its lab");
  });

  it("refuses an experiment on another lab's paradigm, or with another lab's model", async () => {
    const experiment = (paradigmVersionId: string) => ({
      ...{ labId: here.id, name: "e", paradigmVersionId, arms: ["control"], subjects: [] },
      ...{ repetitions: 1, seed: 1 },
    });
    const [ours, theirs] = [await makeParadigm(here), await makeParadigm(there)];
    await expect(db().experiment.create({ data: experiment(theirs.latest.id) })).rejects.toThrow(
      "outside its lab",
    );
    const { id } = await db().experiment.create({ data: experiment(ours.latest.id) });
    const { latest } = await makeModel(there);
    await expect(
      db().experimentModel.create({ data: { experimentId: id, modelVersionId: latest.id, position: 0 } }),
    ).rejects.toThrow("outside its lab");
  });

  it("refuses a run of another lab's model", async () => {
    const run = {
      ...{ labId: here.id, arm: "control", subject: {}, subjectKey: "p1 r1", repetition: 0, seed: 1 },
      ...{ specHash: "h", engineVersion: "e", trials: 1 },
    };
    const [model, paradigm] = [await makeModel(there), await makeParadigm(here)];
    await expect(
      db().run.create({
        data: { ...run, modelVersionId: model.latest.id, paradigmVersionId: paradigm.latest.id },
      }),
    ).rejects.toThrow("outside its lab");
  });
});

async function newVersion(id: string) {
  const { labId, modelId, theory, role, hash } = await db().modelVersion.findUniqueOrThrow({ where: { id } });
  return { labId, modelId, theory, role, hash, parameters: {} };
}
