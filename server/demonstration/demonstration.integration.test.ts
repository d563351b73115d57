import { beforeAll, describe, expect, it } from "vitest";
import { comparisonListInput } from "../../contracts/comparison";
import { experimentListInput } from "../../contracts/experiment";
import { simulateHere } from "../../worker/testing/scenario";
import { systemGrant, systemGrantIn, type SystemLabGrant } from "../access/grant";
import { listComparisons } from "../comparisons/service";
import { closeDb, db } from "../db";
import { listExperiments } from "../experiments/service";
import { ensureLab } from "../labs/service";
import { ensureModel } from "../models/service";
import { theoryNamed } from "../../engine/theories/registry";
import { claimRun, doChores, finishRun } from "../workers/service";
import * as scenario from "./scenario";
import { fillWithDemonstration, finishOpenings } from "./service";

let original: SystemLabGrant;
let copy: SystemLabGrant;
const labOf = async (slug: string, isDemonstration: boolean) =>
  systemGrantIn(await ensureLab(systemGrant("test"), { slug, name: slug, isDemonstration }), "test");
beforeAll(async () => {
  original = await labOf("demonstration", true);
  copy = await labOf("newcomer", false);
  return closeDb;
});

const here = { lab: "any" };
const holdings = async (grant: SystemLabGrant) => ({
  experiments: (await listExperiments(grant, experimentListInput.parse(here))).rows.map(({ name }) => name),
  tabs: (await listComparisons(grant, comparisonListInput.parse(here))).rows.map(({ name }) => name),
  runs: await db().run.count({ where: { labId: grant.labId } }),
});
/** Does the next run of TD in the original, as a worker would. */
async function computeNext(): Promise<{ specHash: string; resultId: string | null }> {
  const where = { labId: original.labId, status: "queued" as const, modelVersion: { theory: "td" } };
  const { id } = await db().run.findFirstOrThrow({ where, orderBy: { priority: "asc" } });
  const { lease, spec } = (await claimRun("test", id))!;
  await finishRun(lease, { parts: simulateHere(spec), cpuMs: 1 });
  return db().run.findUniqueOrThrow({ where: { id } });
}
const inCopy = (specHash: string) => db().run.findFirstOrThrow({ where: { labId: copy.labId, specHash } });

describe("the demonstration", () => {
  it("holds its experiments and its tabs, and stays as it is when it is filled again", async () => {
    await fillWithDemonstration(original, true);
    const before = await holdings(original);
    expect(before.tabs).toEqual(scenario.tabs.map(({ name }) => name));
    expect(before.runs).toBe(7 * scenario.arms.length * scenario.subjects.length * scenario.size.repetitions);
    await fillWithDemonstration(original, true);
    expect(await holdings(original)).toEqual(before);
  });

  it("begins with one animal of every group of the first tab", async () => {
    const first = await db().$queryRaw<{ model: string; arm: string; subject: string }[]>`
      SELECT m.name AS model, r.arm, r."subjectKey" AS subject FROM graphile_worker._private_jobs j
      JOIN "Run" r ON 'run:' || r.id = j.key
      JOIN "ModelVersion" v ON v.id = r."modelVersionId" JOIN "Model" m ON m.id = v."modelId"
      ORDER BY j.priority, j.run_at, j.id LIMIT 9`;
    const [fair] = scenario.experiments;
    expect(first.map(({ model, arm }) => `${arm} ${model}`)).toEqual(
      scenario.arms.flatMap((arm) => fair.models.map((model) => `${arm} ${model}`)),
    );
    expect(new Set(first.map(({ subject }) => subject)).size).toBe(1);
  });

  it("gives a copy what it has computed, at once and later", async () => {
    const early = await computeNext();
    await fillWithDemonstration(copy);
    expect(await holdings(copy)).toEqual(await holdings(original));
    expect(await inCopy(early.specHash)).toMatchObject({ status: "done", resultId: early.resultId });

    const late = await computeNext();
    expect(await inCopy(late.specHash)).toMatchObject({ status: "queued" });
    await doChores();
    expect(await inCopy(late.specHash)).toMatchObject({ status: "done", resultId: late.resultId });
    expect(late.resultId).not.toBe(early.resultId);
  });
});

describe("a new lab", () => {
  /** As left behind by a server that died while it filled the lab, `ago` ms after its time. */
  async function leftBehind(slug: string, ago: number): Promise<SystemLabGrant> {
    const lab = await labOf(slug, false);
    const [{ name, theory, preset }] = scenario.models;
    const { role, values } = theoryNamed(theory).declaration.presets.find(({ key }) => key === preset)!;
    await ensureModel(lab, { name, theory, role, preset, parameters: values, notes: "" });
    await db().lab.update({ where: { id: lab.labId }, data: { openingUntil: new Date(Date.now() - ago) } });
    return lab;
  }
  const opening = async ({ labId }: SystemLabGrant) =>
    (await db().lab.findUniqueOrThrow({ where: { id: labId } })).openingUntil;

  it("is completed by a worker when the server died while it was filled, by one of two and once", async () => {
    const lab = await leftBehind("left-behind", 1000);
    await Promise.all([finishOpenings(), finishOpenings()]);
    expect(await holdings(lab)).toEqual(await holdings(copy));
    expect(await opening(lab)).toBeNull();
    await finishOpenings();
    expect(await holdings(lab)).toEqual(await holdings(copy));
  });

  it("is left to whoever fills it while there is time", async () => {
    const lab = await leftBehind("being-filled", -60_000);
    await finishOpenings();
    expect((await holdings(lab)).experiments).toEqual([]);
    expect(await opening(lab)).not.toBeNull();
  });
});
