import { strFromU8, unzipSync } from "fflate";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunDetail, RunFigures } from "../../../contracts/run";
import type { RecordingPart } from "../../../contracts/recording";
import { decodeTraces, decodeTrainingTraces } from "../../../contracts/run-result";
import { readRecording } from "../../../formats/read";
import { computeQueued, scenario, type Scenario } from "../../../worker/testing/scenario";
import { exportComparisonNwb, viewComparison } from "../../comparisons/service";
import * as datasets from "../../datasets/service";
import { db } from "../../db";
import { getExperiment, launchExperiment } from "../../experiments/service";
import { readHere } from "../../testing/read-here";
import { keepFile } from "../../uploads/service";
import * as runs from "../service";

const folder = mkdtempSync(path.join(tmpdir(), "phasic-runs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let s: Scenario;
let experiment: string;
let run: RunDetail;
let figures: RunFigures;
let files: Record<string, Uint8Array>;
const unzipped = async ({ bytes }: { bytes: ReadableStream<Uint8Array> }) =>
  unzipSync(new Uint8Array(await new Response(bytes).arrayBuffer()));
const fileOf = (end: string) => Object.entries(files).find(([name]) => name.endsWith(end))![1];

beforeAll(async () => {
  s = await scenario("exported-runs");
  experiment = (await launchExperiment(s.grant, s.wanted({ name: "one: two", trials: 25 }))).id;
  const { id } = (await getExperiment(s.grant, experiment)).cells[0];
  await expect(runs.exportRun(s.grant, id)).rejects.toThrow("no result yet");
  await computeQueued(s.grant);
  run = await runs.getRun(s.grant, id);
  figures = await runs.getFigures(s.grant, id);
  files = await unzipped(await runs.exportRun(s.grant, id));
});

async function partsOf(end: string): Promise<RecordingPart[]> {
  const file = path.join(folder, end);
  writeFileSync(file, fileOf(end));
  const parts: RecordingPart[] = [];
  for await (const part of readRecording(file)) parts.push(part);
  return parts;
}
const of = <Kind extends RecordingPart["kind"]>(parts: readonly RecordingPart[], kind: Kind) =>
  parts.filter((part): part is Extract<RecordingPart, { kind: Kind }> => part.kind === kind);
const gaps = (values: ArrayLike<number>) =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : value));
const stored = async () =>
  (await db().run.findUniqueOrThrow({ where: { id: run.id }, select: { result: true } })).result!;

it("reads back to the licks, trials, measures and dopamine of the run", async () => {
  const parts = await partsOf("training.nwb");
  expect(of(parts, "source")[0]).toMatchObject({ format: "simulation" });
  expect(of(parts, "subjects")[0].subjects).toMatchObject([{ id: run.subjectKey, group: run.arm.title }]);
  const [{ trials }] = of(parts, "trials");
  expect(trials).toHaveLength(25);
  expect(trials.map(({ stimulated }) => stimulated)).toEqual(figures.stimulated);
  const [licks] = of(parts, "events");
  const byTrial = trials.map(({ index }) =>
    Array.from(licks.times)
      .filter((_, at) => licks.trials![at] === index)
      .map((time) => Math.round(1000 * time)),
  );
  expect(byTrial).toEqual(figures.licks);
  expect(byTrial.flat().length).toBeGreaterThan(0);
  const values = new Map(of(parts, "values").map((part) => [part.measure, gaps(part.values)]));
  expect(Object.fromEntries(values)).toEqual(figures.training);
  const result = await stored();
  const [own] = decodeTrainingTraces(result.trainingTraces!, result.traceBinMs);
  const [samples] = of(parts, "samples");
  expect(samples.trials).toEqual([10, 20, 25]);
  expect(samples.samples).toEqual(own.values);
  const remarks = of(parts, "remarks")[0].remarks.join(" ");
  for (const words of ["not recorded from an animal", `seed ${run.seed}`, run.engineVersion, "Parameters: "])
    expect(remarks).toContain(words);
});

it("keeps probes apart, each under its type", async () => {
  const parts = await partsOf("probes.nwb");
  const { types } = run.paradigm.spec.probes;
  const [{ trials }] = of(parts, "trials");
  expect(trials).toHaveLength(figures.probeTrials.length * types.length);
  const values = new Map(of(parts, "values").map((part) => [part.measure, part.values]));
  expect([...values.get("after_trial")!].filter((_, at) => at % types.length === 0)).toEqual(
    figures.probeTrials,
  );
  for (const [key, series] of Object.entries(figures.probes))
    expect(gaps(values.get(key)!).filter((value) => value !== null)).toEqual(
      series.filter((value) => value !== null),
    );
  const signals = of(parts, "signals")[0].signals;
  const result = await stored();
  for (const trace of decodeTraces(result.traces, figures.probeTrials.length)) {
    const { id } = signals.find(({ channel }) => channel === trace.signal)!;
    const [own] = of(parts, "samples").filter(({ signal }) => signal === id);
    const rows = own.trials!.flatMap((index, row) =>
      trials[index - 1].type === trace.type
        ? [...own.samples.subarray(row * trace.bins, (row + 1) * trace.bins)]
        : [],
    );
    expect(Float32Array.from(rows)).toEqual(trace.values);
  }
});

it("is imported as a simulation, gives the same measures, and says what it is wherever it is shown", async () => {
  const upload = await keepFile(s.grant, "training.nwb", Buffer.from(fileOf("training.nwb")));
  const { id } = await datasets.importDataset(s.grant, {
    ...{
      uploadId: upload.id,
      datasetId: null,
      name: "Simulated",
      licence: "CC0-1.0",
      citation: "made",
      answers: {},
    },
  });
  await datasets.runImport(id, readHere);
  const version = await datasets.getVersion(s.grant, id);
  expect(version).toMatchObject({ status: "imported", simulated: true, format: "simulation", trials: 25 });
  const { measures } = await datasets.getSubject(s.grant, id, {
    subject: run.subjectKey,
    block: 1,
    windows: {},
  });
  const again = (key: string) => measures.find((one) => one.key === key && one.windows !== null)!.mean;
  expect(again("prepLick")).toEqual(figures.training.prepLick);
  expect(again("latency")).toEqual(figures.training.latency);
  const ref = { kind: "recording" as const, dataset: id, group: run.arm.title };
  const view = await viewComparison(s.grant, { groups: [ref], block: 20, trials: { from: 1, to: 25 } });
  expect(view.groups[0]).toMatchObject({ label: expect.stringContaining("simulated"), replicate: "agents" });
  const exported = await datasets.exportDataset(s.grant, id, {
    ...{ format: "nwb", subjects: [], groups: [], signals: [], samples: true },
  });
  const [nwb] = Object.entries(await unzipped(exported)).filter(([name]) => name.endsWith(".nwb"));
  expect(strFromU8(nwb[1], true)).toContain("SIMULATED");
});

it("comes with its comparison, in a folder of its group beside the recordings and the tables", async () => {
  const { id: dataset } = await datasets.ensureBundledRecording(s.grant);
  await datasets.runImport(dataset, readHere);
  const version = await datasets.getVersion(s.grant, dataset);
  const { models } = await getExperiment(s.grant, experiment);
  const groups = [
    { kind: "simulation" as const, experiment, model: models[0].id, arm: run.arm.key },
    { kind: "recording" as const, dataset, group: version.groups[0].group },
  ];
  const query = { groups, block: 20 as const, trials: { from: 1, to: 25 } };
  const all = await unzipped(await exportComparisonNwb(s.grant, { ...query, name: "both" }));
  const names = Object.keys(all);
  const training = names.filter((name) => name.endsWith("training.nwb"));
  expect(training).toEqual([
    expect.stringMatching(/^g1-td-acting-v1-Control\/1-.*repetition-0\/training\.nwb$/),
  ]);
  expect(strFromU8(all[training[0]], true)).toContain("SIMULATED");
  const recorded = names.filter((name) => name.startsWith("g2-") && name.endsWith(".nwb"));
  expect(recorded).toHaveLength(version.sessions);
  const readMe = strFromU8(all["README.txt"]);
  expect(readMe).toMatch(/g1-.*SIMULATED, td acting v1 · Control, N: 1 agents/);
  expect(readMe).toMatch(/g2-.* N: 8 mice/);
  expect(JSON.parse(strFromU8(all["comparison.json"]))).toMatchObject({ query });
  for (const table of ["groups", "values", "aggregates", "missing", "dictionary"])
    expect(strFromU8(all[`tables/${table}.csv`]).length).toBeGreaterThan(10);
});

it("comes with its experiment, which names the runs that are not done", async () => {
  const { id } = await launchExperiment(s.grant, s.wanted({ name: "half", trials: 25, repetitions: 2 }));
  const all = await unzipped(await runs.exportExperiment(s.grant, id));
  expect(Object.keys(all).filter((name) => name.endsWith("training.nwb"))).toHaveLength(1);
  expect(strFromU8(all["README.txt"])).toMatch(/Not in here:\n {2}td acting v1, .*repetition 1: queued/);
  const json = Object.entries(all).find(([name]) => name.endsWith("run.json"))![1];
  expect(JSON.parse(strFromU8(json))).toMatchObject({ simulated: true, seed: 1, command: run.command });
});
