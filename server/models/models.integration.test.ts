import { beforeAll, describe, expect, it } from "vitest";
import { modelListInput } from "../../contracts/model";
import { makeModel } from "../access/rows/models";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { putInTrash, restore } from "../trash/service";
import { createModel, forkModel, getModel, listModels, listVersions, saveVersion } from "./service";

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("lab-one");
});

const nextOf = async () => {
  const { id, latest } = await makeModel(lab);
  const { role, preset, parameters } = latest;
  return { modelId: id, role, preset, parameters, notes: "next", basedOn: 1 };
};

describe("a model", () => {
  it("says by field what does not fit its theory", async () => {
    const { latest } = await makeModel(lab);
    const [first, second, ...rest] = Object.entries(latest.parameters);
    const wrong = createModel(lab.grant, {
      ...{ name: lab.unique("wrong"), theory: latest.theory, role: "no-such-role", preset: "no-such-preset" },
      ...{ parameters: { ...Object.fromEntries(rest), [first[0]]: "text", unheardOf: 1 }, notes: "" },
    });
    const { details } = await wrong.then(
      () => expect.unreachable(),
      (error) => error,
    );
    expect(details.code).toBe("invalid");
    expect(Object.keys(details.fields).sort()).toEqual(
      ["preset", "role", `parameters.${first[0]}`, `parameters.${second[0]}`, "parameters.unheardOf"].sort(),
    );
  });

  it("keeps every version, newest first", async () => {
    const next = await nextOf();
    const saved = await saveVersion(lab.grant, next);
    const { rows } = await listVersions(lab.grant, next.modelId, { limit: 50 });
    expect(rows.map(({ number, notes }) => [number, notes])).toEqual([
      [2, "next"],
      [1, ""],
    ]);
    expect(saved.latest.hash).toBe(rows[1].hash); // equal parameters, equal hash
  });

  it("takes one of two versions that were saved at once, and tells the other", async () => {
    const next = await nextOf();
    const both = await Promise.allSettled([saveVersion(lab.grant, next), saveVersion(lab.grant, next)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { details: { code: "conflict" } },
    });
    expect((await getModel(lab.grant, next.modelId)).versions).toBe(2);
  });

  it("refuses a name that the lab has", async () => {
    const { name, latest } = await makeModel(lab);
    await expect(forkModel(lab.grant, { versionId: latest.id, name })).rejects.toMatchObject({
      details: { code: "conflict", where: "name" },
    });
  });

  it("remembers what it was forked from", async () => {
    const { name, latest } = await makeModel(lab);
    const fork = await forkModel(lab.grant, { versionId: latest.id, name: lab.unique("fork") });
    expect(fork.latest).toMatchObject({
      hash: latest.hash,
      forkedFrom: { versionId: latest.id, modelName: name, number: 1 },
    });
  });

  it("leaves the lists when in the trash, can be read, and comes back", async () => {
    const { id } = await makeModel(lab);
    const all = modelListInput.parse({ lab: lab.slug });
    const isListed = async () => (await listModels(lab.grant, all)).rows.some((model) => model.id === id);
    await putInTrash(lab.grant, { kind: "model", id });
    expect(await isListed()).toBe(false);
    expect((await getModel(lab.grant, id)).trashedAt).not.toBeNull();
    await restore(lab.grant, { kind: "model", id });
    expect(await isListed()).toBe(true);
  });
});
