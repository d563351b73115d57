import { expect, test } from "vitest";
import { asked, collect, refusalOf } from "../testing/collect";
import { folderOfTest } from "../testing/written";

const { written } = folderOfTest();
const lines = (...rows: string[]) => rows.join("\n") + "\n";
const count = (length: number) => Array.from({ length }, (_, index) => index);

const trials = written(
  "trials.csv",
  lines(
    "mouse;day;tr;cs;trial_type;laser;rt (ms);note;x_0;x_1;x_2;x_3;x_4",
    ...count(4).map(
      (row) =>
        `00${1 + (row >> 1)};2;${row};${row % 2};${row % 3};${row % 2 ? "on" : "x"};1,5;"a;b\nc";1,5;2;;Inf;${row}`,
    ),
    ";;;;;;;;;;;;",
    "",
  ),
);

test("what a table holds, whatever becomes of it", async () => {
  const { contents } = await asked(trials);
  expect(contents.map(({ path, type, gaps }) => [path, type, gaps])).toEqual([
    ...[
      ["mouse", "whole number", 0],
      ["day", "whole number", 0],
      ["tr", "whole number", 0],
    ],
    ...[
      ["cs", "whole number", 0],
      ["trial_type", "whole number", 0],
      ["laser", "text", 0],
      ["rt (ms)", "number", 0],
    ],
    ...[
      ["note", "text", 0],
      ["x_0", "number", 0],
      ["x_1", "whole number", 0],
      ["x_2", "only gaps", 4],
    ],
    ...[
      ["x_3", "only gaps", 4],
      ["x_4", "whole number", 0],
    ],
  ]);
  expect(contents[0].first).toEqual(["001", "001", "002", "002"]);
});

test("codes mean what is answered; numeric ids keep their zeros; quoted line breaks, infinities and empty rows", async () => {
  const unsure = await asked(trials);
  expect(unsure.questions.get("trials.cue")).toMatchObject({
    basis: "guess",
    cannotBeKnown: true,
    value: { 0: "0", 1: "1" },
  });
  expect(unsure.questions.get("table.roles.subject")).toMatchObject({ basis: "file", value: "mouse" });
  const {
    subjects,
    trials: read,
    all,
    assumed,
    remarks,
  } = await collect(trials, {
    "trials.cue": { 0: "CS+", 1: "CS-" },
    "trials.type": { 0: "cued", 1: "uncued", 2: "omitted" },
    "trials.stimulated": { on: true, x: false },
    "subjects.group": { "001": "control" },
  });
  expect(subjects.map(({ id, group }) => [id, group])).toEqual([
    ["001", "control"],
    ["002", ""],
  ]);
  expect(
    read.map(({ index, type, cue, omitted, stimulated }) => [index, type, cue, omitted, stimulated]),
  ).toEqual([
    [0, "cued", "CS+", false, false],
    [1, "uncued", "CS-", false, true],
    [2, "omitted", "CS+", true, false],
    [3, "cued", "CS-", false, true],
  ]);
  expect(all("measures")[0].measures).toEqual([{ id: "rt (ms)", unit: "ms", window: null, processing: "" }]);
  expect(all("study")[0].replicate).toBe("mice");
  expect([...all("samples")[0].samples]).toEqual([1.5, 2, NaN, NaN, 0, 1.5, 2, NaN, NaN, 1]);
  expect(assumed.map(({ field }) => field)).not.toContain("trials.cue");
  expect(remarks).toContain("4 samples of x are infinite in the file: kept as gaps.");
  expect(remarks).toContain("Columns that were left out: note.");
  expect(remarks).toContain(
    'Trials of "CS-" are neither cued with a reward, uncued nor omissions: kept, and in no measure.',
  );
});

test("roles, measures and the alignment are what is answered", async () => {
  const {
    sessions,
    signals,
    all,
    trials: read,
  } = await collect(trials, {
    "table.roles.session": "note",
    "table.roles.trial": null,
    "table.measures": ["tr"],
    "signals.x.samplingRateHz": 4,
    "signals.x.alignmentSample": 3,
    "signals.x.indexBase": 1,
    "signals.x.alignment": "cue",
    "signals.x.region": "NAc",
    "timing.rewardSeconds": 1.5,
    "measures.tr.unit": "trials",
  });
  expect(sessions.map(({ name }) => name)).toEqual(["a;b\nc", "a;b\nc"]);
  expect(read.map(({ index }) => index)).toEqual([1, 2, 1, 2]);
  expect(signals[0]).toMatchObject({ samplingRateHz: 4, t0Seconds: -0.5, alignment: "cue", region: "NAc" });
  expect(all("timing")[0]).toMatchObject({
    alignment: "cue",
    cueSeconds: 0,
    rewardSeconds: 1.5,
    baseline: { from: -0.5, to: 0 },
  });
  expect(all("measures")[0].measures).toMatchObject([{ id: "tr", unit: "trials" }]);
});

test("an answer that does not fit is never guessed over", async () => {
  const { reason, questions } = await asked(trials, {
    "table.roles.subject": "nobody",
    "signals.x.samplingRateHz": -1,
  });
  expect(reason).toBe(
    "NeedsMapping: What was answered to table.roles.subject, signals.x.samplingRateHz does not fit this file: answer anew.",
  );
  expect(questions.size).toBeGreaterThan(15);
});

test("a table without a header: the range of its samples, and its columns by number", async () => {
  const file = written(
    "bare.csv",
    lines(...count(4).map((row) => [row >> 1, row % 2, ...count(6).map((k) => row + k + 0.5)].join(","))),
  );
  const { reason, questions } = await asked(file);
  expect(reason).toMatch(/^NeedsMapping: The 8 columns of the table have no names/);
  expect(questions.get("table.samples")?.value).toEqual([
    { name: "signal", from: "column 3", to: "column 8" },
  ]);
  const { subjects, signals, samples, assumed } = await collect(file, {
    "table.rows": "trials",
    "table.roles.subject": "column 1",
    "table.roles.trial": "column 2",
    "table.samples": [
      { name: "first", from: "column 3", to: "column 5" },
      { name: "second", from: "column 6", to: "column 8" },
    ],
  });
  expect(subjects.map(({ id }) => id)).toEqual(["0", "1"]);
  expect(signals.map(({ id, samplesPerTrial }) => [id, samplesPerTrial])).toEqual([
    ["first", 3],
    ["second", 3],
  ]);
  expect([...samples("second")[1].samples]).toEqual([5.5, 6.5, 7.5, 6.5, 7.5, 8.5]);
  expect(assumed.map(({ field }) => field)).toContain("table.header");
  const overlapping = [
    { name: "a", from: "column 3", to: "column 5" },
    { name: "b", from: "column 5", to: "column 8" },
  ];
  expect((await asked(file, { "table.rows": "trials", "table.samples": overlapping })).reason).toMatch(
    /Column "column 5" is in two signals/,
  );
});

test("samples in rows: marks of events, comments before the table, a clock in samples counted from 0", async () => {
  const marks = (k: number) => `${k % 20 < 2 ? 1 : 0}\t${k % 100 === 10 ? 1 : 0}\t${k % 100 === 40 ? 1 : 0}`;
  const file = written(
    "marks.txt",
    lines(
      "# by the rig",
      "# 20 Hz",
      "frame\tGCaMP (dF/F)\tlick\tcue\treward",
      ...count(300).map((k) => `${k}\t${k / 10}\t${marks(k)}`),
    ),
  );
  const { reason } = await asked(file);
  expect(reason).toBe(
    'NeedsMapping: The clock of column "frame" counts samples: say how many of them are a second.',
  );
  const {
    signals,
    events,
    trials: read,
    all,
  } = await collect(file, { "time.samplingRateHz": 20, "alignment.event": "cue", "alignment.toSeconds": 3 });
  expect(signals).toMatchObject([
    { id: "GCaMP (dF/F)", unit: "dF/F", samplingRateHz: 20, t0Seconds: 0, samplesPerTrial: null },
  ]);
  expect([...events("lick")[0].times].slice(0, 3)).toEqual([0, 1, 2]);
  expect(events("lick")[0]).toMatchObject({ meaning: "lick", trials: null });
  expect(events("lick")[0].durations?.[0]).toBeCloseTo(0.1, 9);
  expect(read.map(({ alignedAt }) => alignedAt)).toEqual([0.5, 5.5, 10.5]);
  expect(all("timing")[0]).toMatchObject({
    ...{
      alignment: "cue",
      cut: { from: -2, to: 3 },
      cueSeconds: 0,
      rewardSeconds: 1.5,
      cueDurationSeconds: 0.05,
    },
  });
  const later = await collect(file, { "time.samplingRateHz": 20, "time.indexBase": 1 });
  expect(later.signals[0].t0Seconds).toBe(-0.05);
});

test("events of a log make trials around the event that is chosen, and none where none is", async () => {
  const file = written(
    "log.csv",
    lines("timestamp,event", "10:00:01.5,poke", "10:00:03,US", "10:00:04,zap", "10:01:00.25,US"),
  );
  const {
    all,
    trials: read,
    events,
  } = await collect(file, { "events.zap.meaning": "stimulation", "alignment.event": "poke" });
  expect([...events("US")[0].times]).toEqual([1.5, 58.75]);
  expect(all("events").map(({ type, meaning }) => [type, meaning])).toEqual([
    ["poke", "other"],
    ["US", "reward"],
    ["zap", "stimulation"],
  ]);
  expect(read.map(({ index, start, alignedAt }) => [index, start, alignedAt])).toEqual([[1, 0, 0]]);
  expect(all("timing")[0]).toMatchObject({ alignment: "poke", rewardSeconds: 1.5 });
  expect((await collect(file, { "alignment.event": null })).trials).toEqual([]);
});

test("trials of a long table keep what their rows say", async () => {
  const file = written(
    "long.csv",
    lines(
      "subject,trial,time_s,trialtype,stim,f",
      ...count(3).flatMap((trial) =>
        count(5).map(
          (k) => `a,${trial},${k / 10 - 0.2},${["CS+", "CS-", "omission"][trial]},${trial % 2},${k}`,
        ),
      ),
    ),
  );
  const { trials: read, signals, all } = await collect(file, { "signals.alignment": "cue" });
  expect(read.map(({ type, omitted, stimulated, start }) => [type, omitted, stimulated, start])).toEqual([
    ["CS+", false, false, null],
    ["CS-", false, true, null],
    ["omission", true, false, null],
  ]);
  expect(signals[0]).toMatchObject({ samplesPerTrial: 5, alignment: "cue" });
  expect(all("timing")[0]).toMatchObject({ alignment: "cue", cueSeconds: 0 });
});

test.each([
  [
    "Excel's sep and a separator at the end",
    "sep=;\r\nSubject;Trial;a1;a2;a3;a4;a5;\r\n007;1;1,5;2;3;4;5;\r\n",
    "007",
  ],
  ["old Mac line breaks", "subject,trial,a1,a2,a3,a4,a5\r7,1,1,2,3,4,5\r", "7"],
  ["names of rows as R writes them", "subject trial a1 a2 a3 a4 a5\n1 7 1 1 2 3 4 5\n2 8 1 1 2 3 4 5\n", "7"],
  ["UTF-16 without a mark", Buffer.from("subject,trial,a1,a2,a3,a4,a5\nm,1,1,2,3,4,5\n", "utf16le"), "m"],
  [
    "UTF-16, big end first",
    Buffer.from("\ufeffsubject,trial,a1,a2,a3,a4,a5\nm,1,1,2,3,4,5\n", "utf16le").swap16(),
    "m",
  ],
])("%s", async (_, content, subject) => {
  const { subjects, signals } = await collect(written("written.csv", content));
  expect(subjects[0].id).toBe(subject);
  expect(signals).toMatchObject([{ id: "a", samplesPerTrial: 5 }]);
});

test("channels side by side are signals, not samples of trials", async () => {
  const file = written(
    "channels.csv",
    lines("time_s,roi1,roi2,roi3,roi4,roi5", ...count(20).map((k) => `${k / 10},${k},1,2,3,4`)),
  );
  const { signals } = await collect(file);
  expect(signals.map(({ id, samplesPerTrial }) => [id, samplesPerTrial])).toEqual(
    count(5).map((k) => [`roi${k + 1}`, null]),
  );
  expect(await refusalOf(written("gaps.csv", lines("time_s,f", "0,NaN", "1,NA")))).toBe(
    "Refusal: f holds no number in any row, only gaps: check the export of the signal.",
  );
});
