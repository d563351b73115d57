import { beforeAll, describe, expect, it } from "vitest";
import { paradigmOf, valuesOf } from "../../engine/paradigms/declaration";
import { traceConditioning } from "../../engine/paradigms/trace-conditioning";
import { describeSubject } from "../../engine/subject";
import { makeModel } from "../access/rows/models";
import { makeParadigm } from "../access/rows/paradigms";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { planExperiment } from "../experiments/service";
import { createParadigm, getParadigm, listVersions, saveVersion } from "./service";

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lab-one");
});
const short = paradigmOf(traceConditioning, { ...valuesOf(traceConditioning), trials: 40 });

describe("a paradigm", () => {
  it("keeps every version, newest first, with why it was made", async () => {
    const { id, latest } = await makeParadigm(lab);
    const saved = await saveVersion(lab.grant, { paradigmId: id, spec: short, notes: "quicker", basedOn: 1 });
    const { rows } = await listVersions(lab.grant, id, { limit: 50 });
    expect(rows.map(({ number, notes, spec }) => [number, notes, spec.trials])).toEqual([
      [2, "quicker", 40],
      [1, "", 800],
    ]);
    expect(saved.latest.hash).not.toBe(latest.hash);
    const back = await saveVersion(lab.grant, { paradigmId: id, spec: latest.spec, notes: "", basedOn: 2 });
    expect(back.latest.hash).toBe(latest.hash); // equal tasks, equal hash
  });

  it("takes one of two versions that were saved at once, and tells the other", async () => {
    const { id: paradigmId } = await makeParadigm(lab);
    const next = { paradigmId, spec: short, notes: "", basedOn: 1 };
    const both = await Promise.allSettled([saveVersion(lab.grant, next), saveVersion(lab.grant, next)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { details: { code: "conflict", where: "basedOn" } },
    });
    expect((await getParadigm(lab.grant, paradigmId)).versions).toBe(2);
  });

  it("remembers what it was forked from, and is what an experiment is planned with", async () => {
    const { name, latest } = await makeParadigm(lab);
    const forked = { name: lab.unique("fork"), spec: short, notes: "", forkedFrom: latest.id };
    const fork = await createParadigm(lab.grant, forked);
    expect(fork.latest.forkedFrom).toEqual({ versionId: latest.id, paradigmName: name, number: 1 });
    const plan = await planExperiment(lab.grant, {
      ...{ name: "plan", notes: "", paradigmVersionId: fork.latest.id, arms: ["control", "stimLick-"] },
      modelVersionIds: [(await makeModel(lab)).latest.id],
      ...{ subjects: [describeSubject(0)], repetitions: 1, seed: 1 },
    });
    expect(plan).toMatchObject({ runs: 2, refused: [] });
    // its source may leave; the fork stays, and is otherwise as it was
    await db().paradigm.delete({ where: { id: latest.paradigmId } });
    expect((await getParadigm(lab.grant, fork.id)).latest).toMatchObject({
      ...{ hash: fork.latest.hash, forkedFrom: null },
    });
  });

  it("is not forked from what another lab has", async () => {
    const theirs = await makeParadigm(await makeLab("lab-two"));
    await expect(
      createParadigm(lab.grant, {
        ...{ name: lab.unique("stolen"), spec: short, notes: "", forkedFrom: theirs.latest.id },
      }),
    ).rejects.toMatchObject({ details: { code: "not-found" } });
  });

  it("refuses a name that the lab has", async () => {
    const { name } = await makeParadigm(lab);
    await expect(createParadigm(lab.grant, { name, spec: short })).rejects.toMatchObject({
      details: { code: "conflict", where: "name" },
    });
  });
});
