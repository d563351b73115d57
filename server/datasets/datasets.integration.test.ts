import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { DatasetDetail } from "../../contracts/dataset";
import { Prisma } from "../../prisma/generated/client";
import { makeLab, type LabFixture } from "../access/testing/lab-fixture";
import { viewComparison } from "../comparisons/service";
import { db } from "../db";
import { readHere } from "../testing/read-here";
import { keepFile } from "../uploads/service";
import * as datasets from "./service";

const path = "prisma/seed/data/jeong2022_random_rewards_lick_aligned.csv";

/** The table read a second time, as simply as can be: only its header and its ids are quoted, and neither holds a comma. */
function independentRead() {
  const [header, ...rows] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', "").split(","));
  const first = header.indexOf("photometry.1");
  return rows.map((cells) => ({
    id: cells[0],
    session: Number(cells[1]),
    trial: Number(cells[2]),
    iri: Number(cells[header.indexOf("iri")]),
    samples: cells.slice(first, first + 112).map(Number),
  }));
}
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("recordings");
});

describe("the bundled recording", () => {
  let detail: DatasetDetail;
  beforeAll(async () => {
    const { id, datasetId } = await datasets.ensureBundledRecording(lab.grant);
    await datasets.runImport(id, readHere);
    detail = await datasets.getDataset(lab.grant, datasetId);
  });

  it("is 8 mice, 580 trials, with licence, citation and what is assumed", () => {
    expect(detail.latest).toMatchObject({ status: "imported", subjects: 8, trials: 580, licence: "CC0-1.0" });
    expect(detail.latest.citation).toContain("Jeong");
    expect(detail.latest.citation).toContain("Loewinger");
    expect(detail.latest).toMatchObject({
      format: "table of trials",
      task: "Random rewards",
      replicate: "mice",
    });
    expect(detail.latest.assumed[0]).toMatchObject({
      ...{ value: -2, confirmed: false, question: expect.stringContaining("Time 0") },
    });
    expect(detail.latest.signals).toMatchObject([
      { name: "Dopamine", region: "NAc", unit: "source units", samplingRateHz: 25, samplesPerTrial: 112 },
    ]);
    expect(detail.latest.remarks.join(" ")).toContain(
      "1 value of bout_rate is infinite in the file: kept as gaps",
    );
  });

  it("holds every trial as an independent read has it, in single precision", async () => {
    const expected = independentRead();
    const sessions = new Set(expected.map(({ id, session }) => `${id} ${session}`));
    let trials = 0;
    for (const place of sessions) {
      const [subject, session] = place.split(" ");
      const ref = { versionId: detail.latest.id, subject, session: Number(session) };
      const data = (await datasets.sessionData(lab.grant, ref))!;
      const own = expected.filter((row) => `${row.id} ${row.session}` === place);
      const iri = data.values.find(({ measure }) => measure === "iri")!;
      expect(iri.trials).toEqual(own.map(({ trial }) => trial));
      expect([...iri.values]).toEqual(own.map((row) => row.iri));
      expect(data.trials.map(({ index }) => index)).toEqual(
        own.map(({ trial }) => trial).sort((x, y) => x - y),
      );
      for await (const block of datasets.samplesOf(lab.grant, data.id, "Dopamine")) {
        expect(block.trials).toEqual(own.map(({ trial }) => trial));
        expect(block.samples).toEqual(Float32Array.from(own.flatMap(({ samples }) => samples)));
        trials += own.length;
      }
    }
    expect(trials).toBe(580);
  });

  it("shows the mean over mice of each mouse's mean over trials, N = 8", async () => {
    const perMouse = new Map<string, number[][]>();
    for (const { id, samples } of independentRead())
      perMouse.set(id, [...(perMouse.get(id) ?? []), samples.map(Math.fround)]);
    const means = [...perMouse.values()].map((trials) =>
      trials[0].map((_, i) => average(trials.map((t) => t[i]))),
    );
    const { panels, groups } = await viewComparison(lab.grant, {
      groups: [{ kind: "recording", dataset: detail.latest.id, group: "" }],
      block: 100,
      trials: { from: 1, to: 800 },
    });
    const [panel] = panels.filter(({ kind }) => kind === "trace");
    const [{ n, mean, sem, individuals, intervalMethod }] = panel.series;
    expect(groups[0]).toMatchObject({ n: 8, replicate: "mice" });
    expect(panel.axis).toMatchObject({ title: "Time from lick", unit: "s" });
    expect([panel.x[0], panel.x[50], panel.x[111]]).toEqual([-2, 0, 2.4400000000000004]);
    expect(individuals).toHaveLength(8);
    expect(intervalMethod).toContain("Student t, 7 degrees of freedom");
    for (let i = 0; i < 112; i += 1) {
      const values = means.map((curve) => curve[i]);
      const m = average(values);
      expect(n[i]).toBe(8);
      expect(mean[i]).toBeCloseTo(m, 10);
      expect(sem[i]).toBeCloseTo(Math.sqrt(values.reduce((s, v) => s + (v - m) ** 2, 0) / 7 / 8), 10);
    }
    expect(detail.signals[0].mean).toEqual(mean);
    expect(detail.signals[0].n).toEqual(n);
  });

  it("is imported once, however often it is asked for or its job runs", async () => {
    const again = await datasets.ensureBundledRecording(lab.grant);
    await Promise.all([datasets.runImport(again.id, readHere), datasets.runImport(again.id, readHere)]);
    expect(again.id).toBe(detail.latest.id);
    expect((await datasets.getVersion(lab.grant, again.id)).trials).toBe(580);
  });
});

describe("an import", () => {
  const answers = { "signals.s.samplingRateHz": 25, "signals.s.t0Seconds": 0, "signals.s.unit": "dF/F" };
  const table = (...rows: string[]) => ["id,trial,s1,s2,s3,s4,s5", ...rows].join("\n");
  const wanted = async (text: string, name: string) => ({
    uploadId: (await keepFile(lab.grant, `${name}.csv`, Buffer.from(text))).id,
    ...{ datasetId: null, name, licence: "CC0-1.0", citation: "nobody" },
    answers,
  });

  it("that does not fit is refused in words, leaves no half, keeps the file, and may be mended", async () => {
    const text = "subject,session,trial\nm1,1,1\nm1,1,1\n";
    const input = await wanted(text, "mended");
    const { id, datasetId } = await datasets.importDataset(lab.grant, input);
    await datasets.runImport(id, readHere);
    const refused = await datasets.getVersion(lab.grant, id);
    expect(refused).toMatchObject({ status: "refused", subjects: 0, trials: 0 });
    expect(refused.problem).toContain("rows 2 and 3");
    expect(await db().datasetSubject.count({ where: { datasetVersionId: id } })).toBe(0);
    const { groups } = await viewComparison(lab.grant, {
      groups: [{ kind: "recording", dataset: id, group: "" }],
      block: 100,
      trials: { from: 1, to: 1 },
    });
    expect(groups[0]).toMatchObject({
      n: 0,
      remarks: [expect.stringContaining("rows 2 and 3"), expect.any(String)],
    });

    const { uploadId } = await wanted(table("m1,1,1,2,3,4,5", "m1,2,1,2,3,4,5"), "mended file");
    const mended = await datasets.importDataset(lab.grant, { ...input, datasetId, uploadId });
    await datasets.runImport(mended.id, readHere);
    expect(await datasets.getVersion(lab.grant, mended.id)).toMatchObject({
      ...{ status: "imported", number: 2, trials: 2 },
      assumed: expect.arrayContaining([
        { field: "signals.s.unit", value: "dF/F", question: expect.any(String), confirmed: true },
        { field: "signals.s.alignment", value: "event", question: expect.any(String), confirmed: false },
      ]),
    });
    await expect(datasets.retryImport(lab.grant, datasetId)).rejects.toThrow("nothing to try again");
  });

  it("of the same file and answers is one version; another file under its name is a conflict", async () => {
    const input = await wanted(table("m1,1,1,2,3,4,5"), "once");
    const first = await datasets.importDataset(lab.grant, input);
    expect((await datasets.importDataset(lab.grant, input)).id).toBe(first.id);
    const other = await wanted(table("m1,1,1,2,3,4,6"), "once");
    await expect(datasets.importDataset(lab.grant, other)).rejects.toThrow('a dataset named "once" already');
    const otherwise = { ...input, answers: {}, datasetId: first.datasetId };
    expect((await datasets.importDataset(lab.grant, otherwise)).number).toBe(2);
  });

  it("can be killed while it writes and run again", async () => {
    const { id } = await datasets.importDataset(lab.grant, await wanted(table("m9,1,1,2,3,4,5"), "killed"));
    const dying: datasets.ReadFile = async (file, onPart, signal) => {
      await readHere(file, onPart, signal);
      throw new Error("the worker is gone");
    };
    await expect(datasets.runImport(id, dying)).rejects.toThrow("gone");
    expect(await db().datasetSubject.count({ where: { datasetVersionId: id } })).toBe(0);
    await datasets.runImport(id, readHere);
    expect(await datasets.getVersion(lab.grant, id)).toMatchObject({ status: "imported", trials: 1 });
  });

  it("whose connection breaks while it writes leaves no half, and is done again", async () => {
    const { id } = await datasets.importDataset(lab.grant, await wanted(table("m8,1,1,2,3,4,5"), "broken"));
    const breaking: datasets.ReadFile = (file, onPart, signal) =>
      readHere(
        file,
        async (part) => {
          if (part.kind === "samples")
            await db().$queryRaw`
              SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
              WHERE application_name = 'phasic bytes' AND datname = current_database()
                AND state = 'idle in transaction'`;
          await onPart(part);
        },
        signal,
      );
    await expect(datasets.runImport(id, breaking)).rejects.toThrow();
    expect(await db().datasetSubject.count({ where: { datasetVersionId: id } })).toBe(0);
    await datasets.runImport(id, readHere);
    expect(await datasets.getVersion(lab.grant, id)).toMatchObject({ status: "imported", trials: 1 });
  });

  it("that waits or runs can be cancelled, and begun again", async () => {
    const input = await wanted(table("m7,1,1,2,3,4,5"), "unwanted");
    const { id, datasetId } = await datasets.importDataset(lab.grant, input);
    expect(await datasets.cancelImport(lab.grant, datasetId)).toMatchObject({ status: "cancelled" });
    await datasets.runImport(id, readHere);
    expect(await datasets.getVersion(lab.grant, id)).toMatchObject({ status: "cancelled", subjects: 0 });
    await expect(datasets.cancelImport(lab.grant, datasetId)).rejects.toThrow("nothing to cancel");

    expect(await datasets.retryImport(lab.grant, datasetId)).toMatchObject({ status: "uploaded" });
    const meanwhile: datasets.ReadFile = (file, onPart, signal) =>
      readHere(
        file,
        async (part) => {
          if (part.kind === "samples")
            expect((await datasets.cancelImport(lab.grant, datasetId)).progress.cancelRequested).toBe(true);
          await onPart(part);
        },
        signal,
      );
    await datasets.runImport(id, meanwhile);
    expect(await datasets.getVersion(lab.grant, id)).toMatchObject({ status: "cancelled", subjects: 0 });
    expect(await db().datasetSubject.count({ where: { datasetVersionId: id } })).toBe(0);
    expect((await datasets.importDataset(lab.grant, input)).status).toBe("uploaded");
    await datasets.runImport(id, readHere);
    expect(await datasets.getVersion(lab.grant, id)).toMatchObject({ status: "imported", trials: 1 });
  });

  it("goes beside another, and twice at once does it once", async () => {
    const make = async (name: string) =>
      datasets.importDataset(
        lab.grant,
        await wanted(table(`${name},1,1,2,3,4,5`, `${name},2,1,2,3,4,5`), name),
      );
    const [one, two] = [await make("one"), await make("two")];
    await Promise.all([one, two, one, two].map(({ id }) => datasets.runImport(id, readHere)));
    for (const { id } of [one, two]) {
      expect(await datasets.getVersion(lab.grant, id)).toMatchObject({ status: "imported", trials: 2 });
      expect(await db().datasetSubject.count({ where: { datasetVersionId: id } })).toBe(1);
    }
  });

  it("gets a job when it has lost its own, and is ended when it ends every worker", async () => {
    const { id } = await datasets.importDataset(lab.grant, await wanted(table("m6,1,1,2,3,4,5"), "lost"));
    const jobs = () => db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker._private_jobs WHERE key = ${`import-dataset:${id}`}`;
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`import-dataset:${id}`}`;
    await datasets.repairImports();
    expect(await jobs()).toHaveLength(1);
    await db().$executeRaw`
      UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = ${`import-dataset:${id}`}`;
    await datasets.repairImports();
    expect(await jobs()).toEqual([]);
    const ended = await datasets.getVersion(lab.grant, id);
    expect(ended.status).toBe("refused");
    expect(ended.problem).toContain("8 times together with the worker");
    expect(await datasets.retryImport(lab.grant, ended.datasetId)).toMatchObject({ status: "uploaded" });
  });

  it("tells the lab's open pages", async () => {
    const { rows } = await notificationsDuring(async () => {
      const { id } = await datasets.importDataset(lab.grant, await wanted(table("x,1,1,2,3,4,5"), "told"));
      await datasets.runImport(id, readHere);
    });
    expect(rows).toEqual(["uploaded", "importing", "imported"]);
  });
});

async function notificationsDuring(work: () => Promise<void>): Promise<{ rows: string[] }> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const rows: string[] = [];
  client.on("notification", ({ payload }) => {
    const { event } = JSON.parse(payload!) as { event: { kind: string; status: string } };
    if (event.kind === "dataset") rows.push(event.status);
  });
  await client.query("LISTEN phasic_live");
  await work();
  // an answer on the same connection comes after every notification before it
  await client.query("SELECT 1");
  await client.end();
  return { rows };
}

describe("what an earlier Phasic wrote down in another way", () => {
  it("of a file is found out again, as if nobody had looked yet", async () => {
    const { id: uploadId } = await keepFile(lab.grant, "old.csv", Buffer.from("id,trial,s1\nm1,1,2\n"));
    expect(await datasets.inspectUpload(lab.grant, uploadId, {})).toMatchObject({ state: "pending" });
    await db().uploadInspection.updateMany({ where: { uploadId }, data: { result: { outcome: "once" } } });
    expect(await datasets.inspectUpload(lab.grant, uploadId, {})).toMatchObject({
      ...{ state: "pending", bytesRead: 0 },
    });
    expect(
      await db().uploadInspection.count({ where: { uploadId, result: { equals: Prisma.DbNull } } }),
    ).toBe(1);
  });

  it("of cue and reward counts as not said, and the dataset says so", async () => {
    const { id, datasetId } = await datasets.ensureBundledRecording(lab.grant);
    await db().$transaction([
      db().$executeRaw`ALTER TABLE "DatasetVersion" DISABLE TRIGGER immutable`,
      db().datasetVersion.update({ where: { id }, data: { timing: { cue: "at once" } } }),
      db().$executeRaw`ALTER TABLE "DatasetVersion" ENABLE TRIGGER immutable`,
    ]);
    const { latest } = await datasets.getDataset(lab.grant, datasetId);
    expect(latest.timing).toBeNull();
    expect(latest.remarks.at(-1)).toContain("import the file again");
  });
});
