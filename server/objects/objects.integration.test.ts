import { beforeAll, describe, expect, it } from "vitest";
import { objectKey, type ObjectRef } from "../../contracts/object";
import { makeDataset } from "../access/rows/datasets";
import { makeExperiment } from "../access/rows/experiments";
import { makeModel } from "../access/rows/models";
import { makeParadigm } from "../access/rows/paradigms";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { getExperiment } from "../experiments/service";
import { listObjects, resolveObject, resolveObjects } from "./service";

let here: LabFixture;
let there: LabFixture;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
});

/** One object of each kind that a fixture makes. */
async function oneOfEach(lab: LabFixture): Promise<ObjectRef[]> {
  const experiment = (await makeExperiment(lab)).id;
  const { cells } = await getExperiment(lab.grant, experiment);
  return [
    { kind: "model", id: (await makeModel(lab)).id },
    { kind: "paradigm", id: (await makeParadigm(lab)).id },
    { kind: "experiment", id: experiment },
    { kind: "run", id: cells[0].id },
    { kind: "dataset", id: (await makeDataset(lab)).datasetId },
  ];
}

describe("an object", () => {
  it("has a name, a version where there are versions, and an address in its lab", async () => {
    const { id, name } = await makeModel(here);
    expect(await resolveObject(here.grant, { kind: "model", id })).toMatchObject({
      ...{ ref: { kind: "model", id }, name, version: "v1", href: `/lab/lab-one/models/${id}` },
      labId: here.id,
    });
    const [run] = (await oneOfEach(here)).filter(({ kind }) => kind === "run");
    expect(await resolveObject(here.grant, run)).toMatchObject({
      name: expect.stringMatching(/^model \d+ v1, Control, p\d+ r\d+, repetition 0$/),
      version: null,
    });
  });

  it("of another lab is like one that never was, one by one and in bulk", async () => {
    const ours = await oneOfEach(here);
    const theirs = await oneOfEach(there);
    for (const { kind, id } of theirs) {
      const foreign = await resolveObject(here.grant, { kind, id }).catch((error: Error) => error);
      const never = await resolveObject(here.grant, { kind, id: "never-was" }).catch((error: Error) => error);
      expect(foreign).toMatchObject({ details: { code: "not-found" } });
      expect(JSON.parse(JSON.stringify(foreign).replaceAll(id, "never-was"))).toEqual(
        JSON.parse(JSON.stringify(never)),
      );
    }
    const found = await resolveObjects(here.grant, [...ours, ...theirs]);
    expect([...found.keys()].sort()).toEqual(ours.map(objectKey).sort());
  });

  it("is found by part of its name, whatever the case, within its lab", async () => {
    const { id, name } = await makeModel(here);
    await makeModel(there);
    const found = await listObjects(here.grant, { text: name.toUpperCase(), limit: 5 });
    expect(found.map(({ ref }) => ref)).toContainEqual({ kind: "model", id });
    expect(new Set(found.map(({ labId }) => labId))).toEqual(new Set([here.id]));
  });
});
