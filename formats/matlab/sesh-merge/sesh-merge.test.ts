import { expect, test, vi } from "vitest";
import { collect, fixture } from "../../testing/collect";
import golden from "../../testing/sesh-merge.golden.json";
import { perTrial, samplesPerTrial, signals, summaries } from "./fields";
import { publishedGroup } from "./published";

vi.setConfig({ testTimeout: 60_000 });

/**
 * The golden sums come from a reader of MAT-files in Python that shares nothing with this one: per field the sum of all
 * numbers, and of number times row times column (counted from 1), so that a number in a wrong place shows.
 */
type Sums = { dims: number[]; finite: number; sum: number; moment: number };

class Tally {
  finite = 0;
  sum = 0;
  moment = 0;
  add(value: number, row: number, column: number) {
    if (Number.isNaN(value)) return;
    this.finite++;
    this.sum += value;
    this.moment += value * (row + 1) * (column + 1);
  }
}

async function tallies(file: string) {
  const recording = await collect(file);
  const rows = new Map<string, number>();
  for (const subject of recording.subjects) {
    let row = 0;
    for (const { session, trials, subject: own } of recording.all("trials"))
      if (own === subject.id) for (const { index } of trials) rows.set(`${own} ${session} ${index}`, row++);
  }
  const found = new Map<string, Tally>();
  const tally = (subject: string, field: string) => {
    const key = `${subject} ${field}`;
    if (!found.has(key)) found.set(key, new Tally());
    return found.get(key)!;
  };
  for (const { subject, session, signal, trials, samples } of recording.all("samples"))
    for (const [at, value] of samples.entries()) {
      const trial = trials![Math.floor(at / samplesPerTrial)];
      tally(subject, signal).add(value, rows.get(`${subject} ${session} ${trial}`)!, at % samplesPerTrial);
    }
  for (const { subject, session, measure, trials, values } of recording.all("values")) {
    const { field, column } = [...perTrial, ...summaries].find(({ id }) => id === measure)!;
    for (const [at, value] of values.entries()) {
      const row = rows.get(`${subject} ${session} ${trials[at]}`)!;
      const lying = ["rewDA", "prepLick", "baseLick"].includes(field);
      tally(subject, field).add(value, lying ? 0 : row, lying ? row : column);
    }
  }
  for (const { subject, session, trials, times, values } of recording.events("lick"))
    for (const [at, time] of times.entries()) {
      const row = rows.get(`${subject} ${session} ${trials![at]}`)!;
      tally(subject, "lick").add(values![at], row, Math.round((time + 3) * 100));
    }
  return { recording, found };
}

const fields = [
  ...signals.map(({ id }) => id),
  "lick",
  ...new Set([...perTrial, ...summaries].map(({ field }) => field)),
];

test.each(["v6", "v7"] as const)(
  "every number of the %s file equals an independent read",
  async (version) => {
    const { recording, found } = await tallies(fixture(`seshMerge_small_${version}.mat`));
    expect(recording.trials).toHaveLength(golden[version].reduce((sum, { trials }) => sum + trials, 0));
    for (const [at, record] of golden[version].entries())
      for (const field of fields) {
        const expected = (record.fields as Record<string, Sums>)[field];
        const own = found.get(`record ${at + 1} ${field}`);
        const where = `record ${at + 1}, ${field}`;
        // a raster's 0 is no event; a field without numbers gives no part
        if (field !== "lick") expect(own?.finite ?? 0, where).toBe(expected.finite);
        if (!own) continue;
        const scale = Math.max(1, Math.abs(expected.moment));
        expect(Math.abs(own.sum - expected.sum) / Math.max(1, Math.abs(expected.sum)), where).toBeLessThan(
          1e-9,
        );
        expect(Math.abs(own.moment - expected.moment) / scale, where).toBeLessThan(1e-9);
      }
  },
);

test("summaries belong to the first trials: prepLick is the licks of the second before reward", async () => {
  const { all, events, remarks } = await collect(fixture("seshMerge_small_v6.mat"));
  for (const { subject, session, trials, values } of all("values").filter(
    ({ measure }) => measure === "prepLick",
  )) {
    const licks = events("lick").find((part) => part.subject === subject && part.session === session)!;
    const counted = trials.map(
      (trial) =>
        [...licks.times].filter((time, at) => licks.trials![at] === trial && time >= -1 && time < 0).length,
    );
    expect([...values]).toEqual(counted);
  }
  expect(remarks).toContain(
    "Record 1: predVars, cuePredVars, rewDA, prepLick, baseLick cover 24 of 25 trials; they were aligned to the first 24.",
  );
  expect(remarks).toContain("Record 2 has no ds, iti: these are gaps.");
});

test("groups of another file are a guess, which is taken only when confirmed", async () => {
  const file = fixture("seshMerge_small_v7.mat");
  const unsure = await collect(file);
  expect(unsure.subjects.map(({ group }) => group)).toEqual(["", "", "", ""]);
  const guess = unsure.assumed.find(({ field }) => field === "subjects.group")!;
  const sure = await collect(file, { "subjects.group": guess.value });
  expect(sure.subjects.map(({ group }) => group)).toEqual(["control", "control", "stimLick-", "control"]);
  expect(sure.assumed.map(({ field }) => field)).not.toContain("subjects.group");
});

test("the published groups by record number", () => {
  const numbers = Array.from({ length: 25 }, (_, at) => at + 1);
  const of = (group: string) => numbers.filter((number) => publishedGroup(number) === group);
  expect(of("control")).toEqual([1, 2, 4, 6, 9, 11, 15, 16, 19]);
  expect(of("stimLick+")).toEqual([7, 8, 12, 13, 17]);
  expect(of("stimLick-")).toEqual([3, 5, 10, 14, 18, 20]);
  expect(of("large stim+Lick+")).toEqual([21, 22, 23, 24]);
  expect(of("")).toEqual([25]);
});

test("big-endian structs, sessions, gaps and types of trial", async () => {
  const {
    trials,
    sessions,
    samples,
    signals: found,
    events,
    all,
  } = await collect(fixture("sesh_merge_big_endian.mat"));
  expect(sessions.map(({ name }) => name)).toEqual(["1", "2"]);
  expect(trials.map(({ type }) => type)).toEqual(["cued", "uncued", "omitted"]);
  expect(trials.map(({ stimulated }) => stimulated)).toEqual([false, false, true]);
  expect(trials.every(({ itiSeconds }) => itiSeconds === null)).toBe(true);
  expect(found.map(({ id }) => id)).toEqual(["nac"]);
  const [first, second] = samples("nac");
  const wave = (index: number) => Math.fround(Math.round(1000 * Math.sin(index / 7)) / 1000);
  expect([first.samples[0], first.samples[701], second.samples[5]]).toEqual([wave(0), wave(1), wave(2 + 15)]);
  expect(events("cue").map(({ times }) => [...times])).toEqual([[-1.5], [-1.5]]);
  expect(events("reward")).toHaveLength(1);
  const latency = all("values").filter(({ measure }) => measure === "latency");
  expect(latency.flatMap(({ values }) => [...values])).toEqual([900, NaN, 700]);
});

test("codes, clock and timing of another file are what is answered", async () => {
  const { trials, signals, all, events } = await collect(fixture("sesh_merge_big_endian.mat"), {
    "trials.type": { 0: "omitted", 2: "cued" },
    "signals.samplingRateHz": 50,
    "signals.t0Seconds": -6,
    "timing.cueSeconds": -2,
    "timing.rewardSeconds": null,
  });
  expect(trials.map(({ type, omitted }) => [type, omitted])).toEqual([
    ...[
      ["omitted", true],
      ["uncued", false],
      ["cued", false],
    ],
  ]);
  expect(signals[0]).toMatchObject({ samplingRateHz: 50, t0Seconds: -6 });
  expect(events("lick")[0].times[1]).toBe(-4.06);
  expect(events("cue").map(({ times }) => [...times])).toEqual([[-2], [-2]]);
  expect(events("reward")).toEqual([]);
  expect(all("timing")[0]).toMatchObject({ alignment: "reward", cueSeconds: -2, rewardSeconds: null });
});

test("version 7.3 of the same layout", async () => {
  const { subjects, sessions, trials, signals, samples } = await collect(fixture("sesh_merge_7_3.mat"));
  expect(subjects.map(({ id }) => id)).toEqual(["record 1", "record 2"]);
  expect(sessions.map(({ name }) => name)).toEqual(["1", "2", "4"]);
  expect(trials.map(({ type }) => type)).toEqual(["cued", "uncued", "omitted", "cued", "cued", "uncued"]);
  expect(signals.map(({ id }) => id)).toEqual(["nac", "vta"]);
  const wave = (index: number) => Math.round(1000 * Math.sin(index / 7)) / 1000;
  const vta = samples("vta")[0].samples;
  expect([vta[0], vta[1], vta[701]]).toEqual(
    [wave(0), wave(3), wave(1)].map((value) => Math.fround(value + 2)),
  );
});
