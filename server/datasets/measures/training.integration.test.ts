import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import type { DatasetVersion } from "../../../contracts/dataset";
import { trialTypes } from "../../../engine/paradigms/paradigm";
import { type LabFixture, makeLab } from "../../access/testing/lab-fixture";
import { readHere } from "../../testing/read-here";
import { keepFile } from "../../uploads/service";
import * as datasets from "../service";

let lab: LabFixture;
let version: DatasetVersion;
beforeAll(async () => {
  lab = await makeLab("measuring");
  const file = readFileSync("formats/fixtures/seshMerge_small_v7.mat");
  const upload = await keepFile(lab.grant, "sesh.mat", file);
  const { id } = await datasets.importDataset(lab.grant, {
    ...{
      uploadId: upload.id,
      datasetId: null,
      name: "seshMerge",
      licence: "CC0-1.0",
      citation: "made",
      answers: {},
    },
  });
  await datasets.runImport(id, readHere);
  version = await datasets.getVersion(lab.grant, id);
});

/** A number per trial that came with the file, over an animal's sessions. */
async function fromFile(subject: string, measure: string): Promise<number[]> {
  const { subjects } = await datasets.getDataset(lab.grant, version.datasetId);
  const sessions = subjects.find(({ name }) => name === subject)!.sessions;
  const all: number[] = [];
  for (const { index: session } of sessions) {
    const data = (await datasets.sessionData(lab.grant, { versionId: version.id, subject, session }))!;
    const own = data.values.find((one) => one.measure === measure);
    const byTrial = new Map(own?.trials.map((trial, at) => [trial, own.values[at]]));
    all.push(...data.trials.map(({ index }) => byTrial.get(index) ?? NaN));
  }
  return all;
}

it("gives the file's own preparatory licking where the file has it, from the licks alone", async () => {
  // the file counts samples 201 to 300: a lick in the first of them counts, one in the sample of reward does not
  const windows = { prepLick: { window: { event: "reward", from: -1005, to: -5 }, baseline: null } } as const;
  const { subjects } = await datasets.trainingOf(lab.grant, version, windows);
  let compared = 0;
  for (const { subject, types, columns } of subjects) {
    const { values } = columns.find(({ measure }) => measure === "prepLick")!;
    const theirs = await fromFile(subject, "prepLick");
    expect(values).toHaveLength(theirs.length);
    values.forEach((value, at) => {
      if (Number.isNaN(value) || Number.isNaN(theirs[at])) return;
      expect(trialTypes[types[at]]).not.toBe("uncued");
      expect(value, `${subject} trial ${at + 1}`).toBe(theirs[at]);
      compared += 1;
    });
  }
  expect(compared).toBeGreaterThan(100);
});

it("gives the file's own reward response with the file's windows", async () => {
  // as made: mean of NAc samples 301-500 minus that of 1-150, at 100 Hz with reward at sample 301
  const sample = (one: number) => (one - 301) * 10;
  const windows = {
    rewardResponse: {
      window: { event: "reward", from: sample(300), to: sample(500) },
      baseline: { event: "reward", from: sample(0), to: sample(150) },
    },
  } as const;
  const nac = version.signals.find(({ region }) => region === "NAc")!.name;
  const { subjects } = await datasets.trainingOf(lab.grant, version, windows);
  let compared = 0;
  for (const { subject, columns } of subjects) {
    const { values } = columns.find(({ measure, signal }) => measure === "rewardResponse" && signal === nac)!;
    const theirs = await fromFile(subject, "rewDA");
    values.forEach((value, at) => {
      if (Number.isNaN(value) || Number.isNaN(theirs[at])) return;
      expect(Math.abs(value - theirs[at]), `${subject} trial ${at + 1}`).toBeLessThan(1e-5);
      compared += 1;
    });
  }
  expect(compared).toBeGreaterThan(50);
});

it("says why a recording of licks and no task has no response", async () => {
  const { id } = await datasets.ensureBundledRecording(lab.grant);
  await datasets.runImport(id, readHere);
  const { reasons, subjects } = await datasets.trainingOf(
    lab.grant,
    await datasets.getVersion(lab.grant, id),
  );
  expect(subjects).toHaveLength(8);
  expect(new Set(reasons.map(({ measure }) => measure)).size).toBeGreaterThan(4);
  for (const { reason } of reasons) expect(reason).toMatch(/\.$/);
});

it("gives the curves of one animal over its sessions, in blocks that never span two", async () => {
  const { subjects } = await datasets.getDataset(lab.grant, version.datasetId);
  const animal = subjects[0];
  const wanted = { subject: animal.name, block: 7, windows: {} };
  const figures = await datasets.getSubject(lab.grant, version.id, wanted);
  expect(figures.sessions.map(({ name }) => name)).toEqual(animal.sessions.map(({ name }) => name));
  const trials = animal.sessions.reduce((sum, session) => sum + session.trials, 0);
  expect(figures.blocks.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(trials);
  for (const { first } of figures.sessions) expect(figures.blocks.map(({ from }) => from)).toContain(first);

  const training = await datasets.trainingOf(lab.grant, version);
  const own = training.subjects.find(({ subject }) => subject === animal.name)!;
  for (const { key, signal, mean, n, reason, windows } of figures.measures) {
    const values = windows
      ? own.columns.find((one) => one.measure === key && one.signal === signal)!.values
      : Float64Array.from(await fromFile(animal.name, key));
    figures.blocks.forEach(({ from, to }, at) => {
      const some = Array.from(values.slice(from - 1, to)).filter((value) => !Number.isNaN(value));
      if (windows) expect(n[at]).toBe(some.length);
      if (n[at] === 0) expect(mean[at]).toBeNull();
      else if (windows)
        expect(mean[at]).toBeCloseTo(some.reduce((sum, value) => sum + value, 0) / some.length, 9);
    });
    expect(reason === null).toBe(n.some((count) => count > 0));
  }
  expect(figures.measures.filter(({ key, reason }) => key === "prepLick" && reason === null)).not.toEqual([]);

  const shifted = { window: { event: "reward", from: -500, to: 0 }, baseline: null } as const;
  const other = await datasets.getSubject(lab.grant, version.id, {
    ...wanted,
    windows: { prepLick: shifted },
  });
  expect(other.measures[0]).toMatchObject({ key: "prepLick", windows: shifted });
  expect(other.measures[0].mean).not.toEqual(figures.measures[0].mean);
  await expect(datasets.getSubject(lab.grant, version.id, { ...wanted, subject: "nobody" })).rejects.toThrow(
    'no subject "nobody"',
  );
});
