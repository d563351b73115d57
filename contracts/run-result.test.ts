import { describe, expect, it } from "vitest";
import type { RunRecord } from "../engine/run-record";
import {
  decodeBlockTraces,
  decodeLicks,
  decodeProbes,
  decodeTraces,
  decodeTraining,
  decodeTrainingTraces,
  decodeTrialTypes,
  encodeRunRecord,
  meanOfSummaries,
} from "./run-result";

const probeTrials = Int32Array.from([1, 5, 100, 105]);
const record: RunRecord = {
  trials: 106,
  training: {
    prepLick: Float64Array.from({ length: 106 }, (_, i) => (i < 100 ? i % 2 : NaN)),
    latency: new Float64Array(106).fill(NaN),
  },
  probeTrials,
  probes: { ant: Float64Array.from([1, 2, NaN, 4]) },
  licks: { times: Int16Array.from([150, 1700]), offsets: Int32Array.from([0, 1, ...new Array(105).fill(2)]) },
  stimulated: Uint8Array.from({ length: 106 }, (_, i) => i % 2),
  types: Uint8Array.from({ length: 106 }, (_, i) => i % 3),
  traces: [
    {
      signal: "dopamine",
      type: "cued",
      unit: "1",
      binMs: 10,
      bins: 2,
      values: Float32Array.from([100, 100, 1, 2, 3, 4, 7, 8]),
    },
  ],
  trainingTraces: [
    {
      ...{ signal: "dopamine", type: "cued", unit: "1", binMs: 10, bins: 2 },
      counts: Int32Array.from([3, 0]),
      values: Float32Array.from([1, 2, NaN, NaN]),
    },
  ],
};

describe("a run's result", () => {
  const parts = encodeRunRecord(record);

  it("comes back as it went in", () => {
    expect(decodeTraining(parts.training)).toEqual(record.training);
    expect(decodeTrialTypes(parts.training)).toEqual(record.types);
    const { unit: _, ...kept } = record.trainingTraces[0];
    expect(decodeTrainingTraces(parts.trainingTraces, 10)).toEqual([kept]);
    expect(decodeProbes(parts.probes)).toEqual({ trials: probeTrials, columns: record.probes });
    expect(decodeLicks(parts.licks)).toEqual({ ...record.licks, stimulated: record.stimulated });
    expect(decodeTraces(parts.traces, 4)).toEqual([
      { signal: "dopamine", type: "cued", rows: 4, bins: 2, values: record.traces[0].values },
    ]);
    expect(parts.traceBinMs).toBe(10);
  });

  it("averages the probe blocks of each hundred trials, without the block after trial 1", () => {
    const { blocks, traces } = decodeBlockTraces(parts.blockTraces);
    expect([...blocks]).toEqual([2, 1]);
    expect([...traces[0].values]).toEqual([2, 3, 7, 8]);
  });

  it("summarises what lists show, with null for a gap", () => {
    expect(parts.summary.prepLick).toEqual([0.5, null]);
  });

  it("gives equal bytes for equal records", () => {
    expect(encodeRunRecord(record)).toEqual(parts);
  });
});

it("a curve in a list counts each subject once, however many of its repetitions are done", () => {
  const run = (subject: string, prepLick: (number | null)[]) => ({ subject, summary: { prepLick } });
  expect(meanOfSummaries([run("a", [1, null]), run("a", [3, null]), run("b", [8, 5, 1])])).toEqual([5, 5, 1]);
  expect(meanOfSummaries([run("a", [null])])).toEqual([null]);
  expect(meanOfSummaries([])).toEqual([]);
});
