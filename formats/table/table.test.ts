import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { collect, fixture } from "../testing/collect";

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), "phasic-table-"));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, content: string | Buffer) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const wave = (index: number) => Math.fround(Math.round(1000 * Math.sin(index / 7)) / 1000);

test("the bundled table of trials equals a plain split of its lines", async () => {
  const file = path.join(
    import.meta.dirname,
    "../../prisma/seed/data/jeong2022_random_rewards_lick_aligned.csv",
  );
  const { subjects, sessions, trials, signals, all, assumed } = await collect(file);
  expect([subjects.length, sessions.length, trials.length]).toEqual([8, 19, 580]);
  expect(signals[0]).toMatchObject({
    samplingRateHz: 25,
    t0Seconds: -2,
    alignment: "lick",
    samplesPerTrial: 112,
  });
  expect(all("source")[0]).toMatchObject({ licence: "CC0-1.0" });
  expect(assumed.map(({ field }) => field).sort()).toEqual([
    ...["baseline.fromSeconds", "baseline.toSeconds"],
    ...["alignment", "samplingRateHz", "t0Seconds", "unit"].map((what) => `signals.photometry.${what}`),
  ]);
  expect(all("study")[0]).toMatchObject({ task: "Random rewards", replicate: "mice" });
  expect(all("measures")[0].measures.map(({ id, unit }) => [id, unit])).toEqual([
    ...[
      ["licks", "licks"],
      ["lick_time", "s"],
      ["iri", "s"],
      ["bout_events", "as in the file"],
    ],
    ["bout_rate", "Hz"],
  ]);
  const rows = readFileSync(file, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replaceAll('"', "").split(","));
  const at = (id: string, session: number, trial: number) =>
    rows.find(([a, b, c]) => a === id && Number(b) === session && Number(c) === trial)!;
  let equal = 0;
  for (const { subject, session, trials: own, samples } of all("samples"))
    for (const [position, trial] of own!.entries())
      for (const [k, cell] of at(subject, session, trial).slice(8).entries()) {
        if (samples[position * 112 + k] === Math.fround(Number(cell))) equal++;
      }
  expect(equal).toBe(580 * 112);
});

test("semicolons, decimal commas, a byte order mark, quoted names", async () => {
  const { subjects, sessions, samples, assumed } = await collect(fixture("wide_semicolon_decimal_comma.csv"));
  expect(subjects.map(({ id }) => id)).toEqual(['Maus "1"', 'Maus "2"']);
  expect(sessions).toHaveLength(4);
  const numbers = samples("dff").flatMap(({ samples: own }) => [...own]);
  expect(numbers).toEqual(Array.from({ length: 96 }, (_, at) => wave(at)));
  expect(assumed.find(({ field }) => field === "signals.dff.samplingRateHz")?.value).toBeNull();
});

test("a long table whose time begins anew with each trial", async () => {
  const { signals, samples } = await collect(fixture("long_per_trial.tsv"));
  expect(signals[0]).toMatchObject({ id: "dff", t0Seconds: -1, samplesPerTrial: 20 });
  expect(signals[0].samplingRateHz).toBeCloseTo(10, 9);
  expect([...samples("dff")[0].samples]).toEqual(Array.from({ length: 40 }, (_, at) => wave(at)));
});

test("a clock in milliseconds, and GuPPy's columns", async () => {
  const long = await collect(fixture("long_milliseconds.csv"));
  expect(long.signals[0]).toMatchObject({ id: "signal_465", t0Seconds: 1, samplesPerTrial: null });
  expect(long.signals[0].samplingRateHz).toBeCloseTo(20, 9);
  const guppy = await collect(fixture("guppy_signal.csv"));
  expect(guppy.signals[0].samplingRateHz).toBeCloseTo(20, 9);
  expect([...guppy.samples("guppy_signal")[0].samples]).toEqual(
    Array.from({ length: 200 }, (_, at) => wave(at)),
  );
});

test("an event log", async () => {
  const { events } = await collect(fixture("event_log.csv"));
  expect([...events("lick")[0].times]).toEqual([3.25, 3.5, 13.125]);
  expect(events("lick")[0].values).toBeNull();
  expect([...events("reward")[0].values!]).toEqual([5]);
});

test("uneven times are kept for each sample; UTF-16, Windows-1252 and a missing last line break", async () => {
  const uneven = written("uneven.csv", "time_s,f\n0,1\n0.1,2\n0.35,NA\n0.4,4");
  const { signals, samples } = await collect(uneven);
  expect(signals[0].samplingRateHz).toBeNull();
  expect([...samples("f")[0].timestamps!]).toEqual([0, 0.1, 0.35, 0.4]);
  expect([...samples("f")[0].samples]).toEqual([1, 2, NaN, 4]);
  const wide = "id\ttrial\tx1\tx2\tx3\tx4\tx5\nMaus ü\t1\t1\t2\t3\t4\t5\n";
  for (const [name, bytes] of [
    ["utf16.tsv", Buffer.from(`\ufeff${wide}`, "utf16le")],
    ["cp1252.tsv", Buffer.from(wide, "latin1")],
  ] as const)
    expect((await collect(written(name, bytes))).subjects[0].id).toBe("Maus ü");
});

test("columns named by their times give rate and start", async () => {
  const { signals, assumed } = await collect(
    written("times.csv", "mouse,trial,-0.2,-0.1,0,0.1,0.2\na,1,1,2,3,4,5\n"),
  );
  expect(signals[0].t0Seconds).toBe(-0.2);
  expect(signals[0].samplingRateHz).toBeCloseTo(10, 9);
  expect(assumed.map(({ field }) => field).filter((field) => field.startsWith("signals."))).toEqual([
    ...["signals.signal.alignment", "signals.signal.unit"],
  ]);
});
