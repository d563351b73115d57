import { beforeAll, expect, it } from "vitest";
import { simulateHere } from "../../worker/testing/scenario";
import { systemGrant, systemGrantIn, type SystemLabGrant } from "../access/grant";
import { callRoute } from "../access/testing/call-route";
import { closeDb, db } from "../db";
import { runImport } from "../datasets/service";
import { ensureLab } from "../labs/service";
import { openVersion, withdraw } from "../publications/service";
import { readHere } from "../testing/read-here";
import { claimRun, finishRun } from "../workers/service";
import { fillWithDemonstration, publishDemonstration } from "./service";

let grant: SystemLabGrant;
beforeAll(async () => {
  const wanted = { slug: "demonstration", name: "Demonstration", isDemonstration: true };
  grant = systemGrantIn(await ensureLab(systemGrant("test"), wanted), "test");
  await fillWithDemonstration(grant, true);
  for (const { id } of await db().datasetVersion.findMany()) await runImport(id, readHere);
  return closeDb;
}, 60_000);

/** One run of TD, whose result then stands for all. */
async function finishAll(): Promise<void> {
  const where = { labId: grant.labId, modelVersion: { theory: "td" } };
  const { id } = await db().run.findFirstOrThrow({ where });
  const { lease, spec } = (await claimRun("test", id))!;
  await finishRun(lease, { parts: simulateHere(spec), cpuMs: 1 });
  const { resultId } = await db().run.findUniqueOrThrow({ where: { id } });
  await db().run.updateMany({ where: { labId: grant.labId }, data: { status: "done", resultId } });
}

it("is published at its own address once all its runs are done, and never again", async () => {
  await publishDemonstration();
  expect(await db().publication.count()).toBe(0);
  await finishAll();
  await publishDemonstration();
  const { manifest } = await openVersion("demonstrated", null);
  expect(manifest.settings).toHaveLength(9);
  expect(manifest.missing).toEqual([]);
  expect(manifest.datasets).toHaveLength(1);
  // the third comparison adds no run that the first has not
  expect(manifest.runs).toHaveLength(6 * 3 * 12);
  const response = await callRoute(
    { file: "app/p/[address]/route.ts", method: "GET" },
    new Request("http://localhost/p/demonstrated"),
    null,
    { address: "demonstrated" },
  );
  expect(response.status).toBe(200);
  const { id } = await db().publication.findFirstOrThrow();
  await withdraw(grant, { id, reason: "A mistake" });
  await publishDemonstration();
  expect(await db().publication.count()).toBe(1);
}, 120_000);
