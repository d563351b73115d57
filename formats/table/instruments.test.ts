import { expect, test } from "vitest";
import { asked, collect, refusalOf } from "../testing/collect";
import { folderOfTest } from "../testing/written";

/** Tables as instruments and programs of labs write them, each read without an answer. */

const { written } = folderOfTest();
const table = (name: string, ...rows: string[]) => written(name, rows.join("\n") + "\n");
const rows = (count: number, of: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => of(row));
const signalsOf = async (file: string) => (await collect(file)).signals.map(({ id }) => id);

test("Doric: of two rows of names the second names the columns; digital inputs are events", async () => {
  const file = table(
    "doric.csv",
    ",Analog In. | Ch.1,Analog In. | Ch.1,Digital I/O | Ch.1",
    "Time(s),AIn-1 - Dem (AOut-1),AIn-1 - Dem (AOut-2),DI/O-1",
    ...rows(30, (row) => `${row / 100},0.${row},0.4,${row === 5 ? 1 : 0}`),
  );
  const { signals, all } = await collect(file);
  expect(signals.map(({ id, unit }) => [id, unit])).toEqual([
    ...[
      ["AIn-1 - Dem (AOut-1)", "a.u."],
      ["AIn-1 - Dem (AOut-2)", "a.u."],
    ],
  ]);
  expect(all("events")).toMatchObject([{ type: "DI/O-1", times: Float64Array.of(0.05) }]);
});

test("Neurophotometrics: rows take turns between lights, and other clocks are no signals", async () => {
  const file = table(
    "fp3002.csv",
    "FrameCounter,SystemTimestamp,LedState,Region0G,Region1R,ComputerTimestamp",
    ...rows(30, (row) => `${row},${10 + row / 100},${[1, 2][row % 2]},${row},${-row},${row * 10}`),
  );
  const { signals, samples, remarks } = await collect(file);
  expect(signals.map(({ id, samplingRateHz }) => [id, Math.round(samplingRateHz!)])).toEqual([
    ...[
      ["Region0G 1", 50],
      ["Region1R 1", 50],
    ],
    ...[
      ["Region0G 2", 50],
      ["Region1R 2", 50],
    ],
  ]);
  expect([...samples("Region0G 2")[0].samples].slice(0, 3)).toEqual([1, 3, 5]);
  expect(remarks.join(" ")).toContain('between the values of "LedState"');
  expect(remarks.join(" ")).toContain("left out: FrameCounter, ComputerTimestamp");
});

test("names that are numbers, and the numbers of rows that pandas and R write", async () => {
  const lights = ["Timestamp,470,410", ...rows(30, (row) => `${1_683_108_000_000 + 50 * row},0.${row},0.2`)];
  expect(await signalsOf(table("unix.csv", ...lights))).toEqual(["470", "410"]);
  const pandas = [",timestamp,dff", ...rows(30, (row) => `${row},${row / 50},0.${row}`)];
  expect(await signalsOf(table("pandas.csv", ...pandas))).toEqual(["dff"]);
  const r = ['"","mouse","trial","latency"', ...rows(6, (row) => `"${row + 1}","m1",${row + 1},0.${row}`)];
  const { all } = await collect(table("r.csv", ...r));
  expect(
    all("measures")
      .flatMap(({ measures }) => measures)
      .map(({ id }) => id),
  ).toEqual(["latency"]);
});

test("units in names, also with a Greek letter; Excel's sep= line and decimal commas in every row", async () => {
  const micro = table("us.csv", "time (µs),dF/F", ...rows(30, (row) => `${1000 * row},0.${row}`));
  expect((await collect(micro)).signals).toMatchObject([{ id: "dF/F", samplingRateHz: 1000 }]);
  const german = table("de.csv", "time [ms];event;duration [s]", ...rows(9, (row) => `${row}00,0;lick;0,5`));
  const events = (await collect(german)).all("events");
  expect(events).toMatchObject([{ type: "lick" }]);
  expect(events[0].times[1]).toBeCloseTo(0.1, 9);
  expect([...events[0].durations!]).toEqual(Array(9).fill(0.5));
  const lasting = table("ms.csv", "event,time (ms),duration", ...rows(9, (row) => `lick,${row}00,500`));
  const { questions } = await asked(lasting);
  expect(questions.get("events.duration.unit")).toMatchObject({ value: "ms", basis: "guess" });
  expect([...(await collect(lasting)).events("lick")[0].durations!]).toEqual(Array(9).fill(0.5));
  const sized = table(
    "sized.csv",
    "mouse,trial,reward (s),reward (µl)",
    ...rows(4, (row) => `m,${row},1.5,3`),
  );
  expect((await collect(sized)).trials[0].rewardMagnitude).toBe(3);
});

test("columns named by times with a unit; bare ones that are far apart are asked for", async () => {
  const wide = (name: string, of: (at: number) => string) =>
    table(
      name,
      `mouse,trial,${rows(10, of).join()}`,
      ...rows(3, (row) => `m1,${row + 1},${rows(10, String).join()}`),
    );
  const named = await collect(wide("t.csv", (at) => `t=${(at / 10 - 0.5).toFixed(1)}s`));
  expect(named.signals).toMatchObject([{ samplesPerTrial: 10, t0Seconds: -0.5 }]);
  expect(named.signals[0].samplingRateHz).toBeCloseTo(10, 6);
  const milliseconds = await collect(wide("ms-named.csv", (at) => `${100 * at - 500}ms`));
  expect(milliseconds.signals).toMatchObject([{ samplingRateHz: 10, t0Seconds: -0.5 }]);
  const bare = wide("ms.csv", (at) => String(100 * at - 500));
  expect((await asked(bare)).questions.get("signals.signal.time.unit")).toMatchObject({
    ...{ value: "ms", basis: "guess" },
  });
  expect((await collect(bare)).signals).toMatchObject([{ samplingRateHz: 10, t0Seconds: -0.5 }]);
});

test("dates and times of day are a clock, which passes midnight", async () => {
  const dated = table("dated.csv", "datetime,event", ...rows(4, (row) => `2023-05-03 10:0${row}:00.5,lick`));
  expect([...(await collect(dated)).events("lick")[0].times]).toEqual([0, 60, 120, 180]);
  const night = ["time,event", "23:59:50,lick", "23:59:59.5,lick", "00:00:10,lick", "12:30:00,lick"];
  const { events, remarks } = await collect(table("night.csv", ...night));
  expect([...events("lick")[0].times]).toEqual([0, 9.5, 20, 45_010]);
  expect(remarks.join(" ")).toContain("passes midnight in row 4");
  const days = ["mouse,datetime,event", "m1,2023-05-03 18:00:00,lick", "m2,2023-05-02 09:00:00,lick"];
  const [later, earlier] = (await collect(table("days.csv", ...days))).events("lick");
  expect([later.times[0], earlier.times[0]]).toEqual([0, -33 * 3600]);
  const bonsai = table("bonsai.csv", ...rows(4, (row) => `2023-05-03T10:15:0${row}.1234567+01:00,Lick`));
  const answers = { "table.rows": "events" };
  expect([...(await collect(bonsai, answers)).events("Lick")[0].times]).toEqual(
    [0, 1, 2, 3].map((at) => expect.closeTo(at, 6)),
  );
});

test("what names do not tell is asked for, where a column is left that could", async () => {
  const mice = ["Maus;Trial;x", ...rows(6, (row) => `M${row % 2};${1 + (row >> 1)};1,5`)];
  expect(await refusalOf(table("mice.csv", ...mice))).toMatch(
    /^NeedsMapping: Trial 1 is in rows 2 and 3: say which column names the subject or the session/,
  );
  const { subjects } = await collect(table("mice.csv", ...mice), { "table.roles.subject": "Maus" });
  expect(subjects.map(({ id }) => id)).toEqual(["M0", "M1"]);
  const turned = ["time,trial1,trial2,trial3,trial4,trial5", ...rows(20, (row) => `${row / 20},1,2,3,4,5`)];
  expect(await refusalOf(table("turned.csv", ...turned))).toMatch(
    /^NeedsMapping: Columns "trial1" to "trial5" look like trials, and rows like samples: turn the table around/,
  );
});

test("a word among numbers, and files of other programs, are named", async () => {
  const twice = ["time,dff", "0,1", "1,2", "time,dff", "2,3"];
  expect(await refusalOf(table("twice.csv", ...twice))).toContain(
    'column "time" holds "time" in row 4, after numbers',
  );
  const medpc = ["File: C:\\MED-PC\\Data\\1.txt", "", "Start Date: 03/04/21", "MSN: Pavlov"];
  expect(await refusalOf(table("med.txt", ...medpc))).toMatch(
    /^Refusal: The file is a data file of MED-PC: /,
  );
  expect(await refusalOf(written("x.npy", Buffer.from("\x93NUMPY\x01\0v\0{'descr'", "latin1")))).toContain(
    "NumPy",
  );
});
