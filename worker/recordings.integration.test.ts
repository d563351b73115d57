import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { collect } from "../formats/testing/collect";
import golden from "../formats/testing/sesh-merge.golden.json";
import { type LabFixture, makeLab } from "../server/access/testing/lab-fixture";
import { db } from "../server/db";
import * as datasets from "../server/datasets/service";
import { keepFile } from "../server/uploads/service";
import { importDataset } from "./import-dataset";
import { inspectUpload } from "./inspect-upload";

/** Files as people send them, from the upload to the numbers that are read back, each read in a process of its own. */

const fixtures = path.join("formats", "fixtures");
const bundled = path.join("prisma", "seed", "data", "jeong2022_random_rewards_lick_aligned.csv");
const files = [
  ...readdirSync(fixtures)
    .filter((name) => name !== "README.md")
    .map((name) => path.join(fixtures, name)),
  bundled,
];
/** What these cannot become before somebody says more, or at all. */
const notReady: Readonly<Record<string, "needs-mapping" | "refused">> = {
  "arrays_7_3.mat": "needs-mapping",
  "not_seshmerge.mat": "refused",
  "nwb_2.2_no_photometry.nwb": "refused",
  "octave_continuous.mat": "needs-mapping",
  "octave_sessions.mat": "needs-mapping",
  "octave_trials.mat": "needs-mapping",
  "other_variables.mat": "needs-mapping",
  "version_7_3.mat": "needs-mapping",
};
const once = { attempts: 1, max_attempts: 8 };
const about = { licence: "CC0-1.0", citation: "Nobody, nowhere" };

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("recordings");
});

async function inspect(uploadId: string) {
  expect(await datasets.inspectUpload(lab.grant, uploadId, {})).toMatchObject({ state: "pending" });
  const { id } = await db().uploadInspection.findFirstOrThrow({ where: { uploadId } });
  await inspectUpload({ inspectionId: id }, once);
  const found = await datasets.inspectUpload(lab.grant, uploadId, {});
  if (found.state !== "done") throw new Error(`the inspection is ${found.state}`);
  return found.inspection;
}

async function importFile(uploadId: string, name: string) {
  const { id } = await datasets.importDataset(lab.grant, { uploadId, datasetId: null, name, ...about });
  await importDataset({ datasetVersionId: id }, once);
  return datasets.getVersion(lab.grant, id);
}

async function stored(sessionId: string, signal: string) {
  const blocks: datasets.SampleBlock[] = [];
  for await (const block of datasets.samplesOf(lab.grant, sessionId, signal)) blocks.push(block);
  return blocks;
}

describe.each(files)("%s", (file) => {
  const name = path.basename(file);

  it("becomes what it says it would, to equal values", async () => {
    const { id: uploadId } = await keepFile(lab.grant, name, readFileSync(file));
    const inspection = await inspect(uploadId);
    expect(inspection.outcome).toBe(notReady[name] ?? "ready");
    const version = await importFile(uploadId, name);
    if (name in notReady) {
      expect(inspection.reason).toMatch(/^[^\n]+\.$/);
      expect(version).toMatchObject({ status: "refused", problem: inspection.reason, subjects: 0 });
      expect(await db().datasetSubject.count({ where: { datasetVersionId: version.id } })).toBe(0);
      return;
    }
    expect(version).toMatchObject({ status: "imported", problem: null, format: inspection.format });

    const read = await collect(file);
    expect(inspection.counts).toMatchObject({
      ...{ subjects: read.subjects.length, sessions: read.sessions.length, trials: read.trials.length },
      signals: read.signals.length,
    });
    expect(version).toMatchObject({ subjects: read.subjects.length, trials: read.trials.length });
    expect(version.remarks).toEqual(read.remarks);
    expect(version.signals).toEqual(read.signals.map(({ id, ...signal }) => ({ ...signal, name: id })));
    expect(inspection.previews.map(({ signal }) => signal)).toEqual(read.signals.map(({ id }) => id));

    for (const { subject, index } of read.sessions) {
      const own = <T extends { subject: string; session: number }>(parts: readonly T[]) =>
        parts.filter((part) => part.subject === subject && part.session === index);
      const data = (await datasets.sessionData(lab.grant, {
        versionId: version.id,
        subject,
        session: index,
      }))!;
      const trials = own(read.all("trials")).flatMap((part) => part.trials);
      expect(data.trials).toEqual([...trials].sort((a, b) => a.index - b.index));
      for (const { type, trials: of, times, values, durations } of own(read.all("events")))
        expect(data.events.find((events) => events.type === type)).toMatchObject({
          ...{ trials: of, times, values, durations },
        });
      for (const { measure, trials: of, values } of own(read.all("values")))
        expect(data.values.find((one) => one.measure === measure)).toEqual({ measure, trials: of, values });
      for (const { id } of read.signals) {
        const parts = own(read.samples(id));
        const blocks = await stored(data.id, id);
        expect(blocks.flatMap((block) => block.trials ?? [])).toEqual(
          parts.flatMap((part) => part.trials ?? []),
        );
        expect(joined(blocks.map(({ samples }) => samples))).toEqual(
          joined(parts.map(({ samples }) => samples)),
        );
        const times = blocks.flatMap(({ timestamps }) => (timestamps ? [...timestamps] : []));
        expect(times).toEqual(parts.flatMap(({ timestamps }) => (timestamps ? [...timestamps] : [])));
      }
    }
  });
});

function joined(parts: readonly Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

it("holds the sums of seshMerge that a reader in another language finds", async () => {
  const name = "seshMerge_small_v6.mat";
  const { id } = await keepFile(lab.grant, name, readFileSync(path.join(fixtures, name)));
  const version = await importFile(id, name);
  for (const [at, { fields }] of golden.v6.entries()) {
    const subject = `record ${at + 1}`;
    const sums = new Map<string, { finite: number; sum: number }>();
    const add = (field: string, values: Iterable<number>) => {
      const own = sums.get(field) ?? { finite: 0, sum: 0 };
      for (const value of values)
        if (!Number.isNaN(value)) {
          own.finite += 1;
          own.sum += value;
        }
      sums.set(field, own);
    };
    const sessions = await db().datasetSession.findMany({
      where: { subject: { name: subject, datasetVersionId: version.id } },
      select: { index: true },
    });
    for (const { index } of sessions) {
      const data = (await datasets.sessionData(lab.grant, {
        versionId: version.id,
        subject,
        session: index,
      }))!;
      add(
        "iti",
        data.trials.map(({ itiSeconds }) => itiSeconds ?? NaN),
      );
      for (const { measure, values } of data.values) add(measure, values);
      for (const { type, values } of data.events) if (values) add(type, values);
      for (const { name: signal } of version.signals)
        for (const { samples } of await stored(data.id, signal)) add(signal, samples);
    }
    for (const field of [
      "nac",
      "vta",
      "ds",
      "pupil",
      "nose",
      "whisk",
      "body",
      "latency",
      "rewDA",
      "iti",
    ] as const) {
      const { finite, sum } = fields[field];
      expect(sums.get(field)?.finite ?? 0, `${subject} ${field}`).toBe(finite);
      expect(sums.get(field)?.sum ?? 0, `${subject} ${field}`).toBeCloseTo(sum, 6);
    }
    expect(sums.get("lick")!.sum).toBe(fields.lick.sum);
  }
});

describe("a file that breaks off in the middle", () => {
  it("is refused in one sentence, leaves no half, and is still there", async () => {
    const whole = readFileSync(path.join(fixtures, "seshMerge_small_v7.mat"));
    const { id } = await keepFile(lab.grant, "cut.mat", whole.subarray(0, 2_000_000));
    const version = await importFile(id, "cut");
    expect(version).toMatchObject({ status: "refused", subjects: 0 });
    expect(version.problem).toMatch(/cut off[^\n]*\.$/);
    const left = await db().datasetSubject.count({ where: { datasetVersionId: version.id } });
    expect(left).toBe(0);
    expect(await inspect(id)).toMatchObject({ outcome: "refused", reason: version.problem });
  });
});
