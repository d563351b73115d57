/** Measures of single trials: by hand, at the edges of windows, in other units of time, and where they cannot be given. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyedNoise } from "../noise/keyed";
import { traceConditioning } from "../paradigms/trace-conditioning";
import { createRecorder } from "../recorder";
import { advance, begin } from "../simulate";
import { theoryNamed } from "../theories/registry";
import type { TrialMeasure } from "./measure";
import { latency, latencyUncued } from "./collection-latency";
import { measuresWith, whyNotInWindows } from "./own-windows";
import { lickPlus, prepLick } from "./preparatory-licking";
import { measures, trialMeasures } from "./registry";
import { cueResponse, omissionResponse, rewardResponse, rewardResponseUncued } from "./response";
import { valuesInWindows } from "./simulated";
import type { Trial } from "./trial";
import { whyNoValue, whyNoValues } from "./why-not";
import type { Windows } from "./window";

const trial = (more: Partial<Trial> = {}): Trial => ({
  ...{ type: "cued", timing: { cue: 100, reward: 1600 }, licks: [], signal: null },
  observed: { from: 0, to: 3000 },
  ...more,
});
/** 100 Hz from `t0` ms, each sample as `at` says of its time. */
const sampled = (t0: number, count: number, at: (ms: number) => number) => ({
  ...{ t0, dt: 10 },
  samples: Float64Array.from({ length: count }, (_, i) => at(t0 + 10 * i)),
});

describe("lick measures", () => {
  it("count with from < t <= to", () => {
    const licks = [600, 601, 1600, 1601];
    expect(prepLick.compute(trial({ licks }))).toBe(2);
    expect(lickPlus.compute(trial({ licks: [850] }))).toBe(0);
    expect(lickPlus.compute(trial({ licks: [851] }))).toBe(1);
    expect(latency.compute(trial({ licks }))).toBe(1);
    expect(latency.compute(trial({ licks: [1600] }))).toBeNaN();
  });

  it("are the same on a clock that starts elsewhere and was read in seconds", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 2999 }), { maxLength: 40 }),
        fc.integer({ min: -90_000, max: 90_000 }),
        (times, shift) => {
          const licks = times.sort((a, b) => a - b);
          const shifted = (ms: number) => ((ms + shift) / 1000) * 1000;
          const elsewhere = trial({
            licks: licks.map(shifted),
            timing: { cue: shifted(100), reward: shifted(1600) },
            observed: { from: shifted(0), to: shifted(3000) },
          });
          for (const measure of [prepLick, lickPlus, latency]) {
            const [moved, own] = [elsewhere, trial({ licks })].map((one) => measure.compute(one));
            expect(Number.isNaN(moved)).toBe(Number.isNaN(own));
            if (!Number.isNaN(own)) expect(moved).toBeCloseTo(own, 6);
          }
        },
      ),
    );
  });

  it("take the part of a window that was observed, as a rate", () => {
    const observed = { from: 1100, to: 3000 };
    expect(prepLick.compute(trial({ licks: [1200, 1500], observed }))).toBe(4);
    expect(prepLick.compute(trial({ licks: [1200], observed: { from: 1600, to: 3000 } }))).toBeNaN();
    expect(prepLick.compute(trial({ licks: [1200, 1500], observed: null }))).toBe(2);
  });

  it("follow windows that somebody chose", () => {
    const windows: Windows = { window: { event: "cue", from: 0, to: 500 }, baseline: null };
    expect(prepLick.compute(trial({ licks: [100, 101, 600, 700] }), windows)).toBe(4);
    const late: Windows = { window: { event: "reward", from: 200, to: 1000 }, baseline: null };
    expect(latency.compute(trial({ licks: [1650, 1900] }), late)).toBe(300);
    expect(latency.compute(trial({ licks: [1650, 2601] }), late)).toBeNaN();
  });

  it("belong to types of trial: an omission is prepared for, and nothing is collected", () => {
    const licks = [1500, 1700];
    expect(prepLick.compute(trial({ licks, type: "omission" }))).toBe(1);
    expect(latency.compute(trial({ licks, type: "omission" }))).toBeNaN();
    const uncued = trial({ licks, type: "uncued", timing: { cue: null, reward: 1600 } });
    expect(prepLick.compute(uncued)).toBeNaN();
    expect(latencyUncued.compute(uncued)).toBe(100);
  });
});

describe("responses", () => {
  it("are the mean in the window minus the mean in the baseline", () => {
    const signal = sampled(-2900, 701, (ms) => (ms <= 100 ? 1 : ms <= 600 ? 3 : ms <= 1600 ? 2 : 7));
    expect(cueResponse.compute(trial({ signal }))).toBe(2);
    expect(rewardResponse.compute(trial({ signal }))).toBe(6);
    expect(omissionResponse.compute(trial({ signal, type: "omission" }))).toBe(6);
    const uncued = trial({ signal, type: "uncued", timing: { cue: null, reward: 1600 } });
    expect(rewardResponseUncued.compute(uncued)).toBeCloseTo(7 - (2 * 100 + 0) / 100, 12);
    expect(rewardResponse.compute(uncued)).toBeNaN();
    const raw: Windows = { ...cueResponse.windows, baseline: null };
    expect(cueResponse.compute(trial({ signal }), raw)).toBe(3);
  });

  it("leave gaps out, and have no value where a window has no sample", () => {
    const gap = sampled(-2900, 701, (ms) => (ms > 300 && ms <= 600 ? NaN : ms > 100 ? 5 : 1));
    expect(cueResponse.compute(trial({ signal: gap }))).toBe(4);
    const none = sampled(-2900, 701, (ms) => (ms > 100 && ms <= 600 ? NaN : 1));
    expect(cueResponse.compute(trial({ signal: none }))).toBeNaN();
    const short = sampled(-2900, 200, () => 1);
    expect(cueResponse.compute(trial({ signal: short }))).toBeNaN();
  });
});

describe("why there is no value", () => {
  const reasons: [TrialMeasure, Partial<Trial>, string][] = [
    [prepLick, { licks: null }, "There are no lick events."],
    [prepLick, { timing: { cue: 100, reward: null } }, "No reward time is known."],
    [prepLick, { observed: { from: 0, to: 500 } }, "The trial ends before the window."],
    [prepLick, { observed: { from: 1600, to: 3000 } }, "The trial begins after the window."],
    [prepLick, { type: "uncued" }, "It is not a cued or an omission trial."],
    [latency, { licks: [1500] }, "There is no lick in the window."],
    [cueResponse, {}, "There is no dopamine signal."],
    [cueResponse, { signal: sampled(-900, 50, () => 1) }, "The signal ends before the window."],
    [cueResponse, { signal: sampled(700, 50, () => 1) }, "The signal begins after the window."],
    [cueResponse, { signal: sampled(200, 300, () => 1) }, "The signal begins after the baseline window."],
    [cueResponse, { signal: sampled(-900, 500, () => NaN) }, "The signal has only gaps in the window."],
    [
      cueResponse,
      { signal: sampled(-900, 500, () => 1), timing: { cue: null, reward: 1600 } },
      "No cue time is known.",
    ],
    [
      cueResponse,
      { signal: { t0: 0, dt: 1000, samples: [1, 2, 3] }, timing: { cue: 100, reward: 1600 } },
      "No sample of the signal falls into the window.",
    ],
  ];
  for (const [measure, more, reason] of reasons)
    it(`${measure.key}: ${reason}`, () => {
      expect(whyNoValue(measure, trial(more))).toBe(reason);
      expect(measure.compute(trial(more))).toBeNaN();
    });

  it("is null exactly where there is a value", () => {
    expect(whyNoValue(prepLick, trial())).toBeNull();
    const signal = sampled(-900, 500, () => 1);
    expect(whyNoValue(cueResponse, trial({ signal }))).toBeNull();
  });

  it("of many trials is what most of the right type lack; one value is enough", () => {
    const [good, mute, other] = [trial(), trial({ licks: null }), trial({ type: "uncued" })];
    expect(whyNoValues(prepLick, [mute, other, other, good])).toBeNull();
    expect(whyNoValues(prepLick, [mute, other, other])).toBe("There are no lick events.");
    expect(whyNoValues(prepLick, [other])).toBe("None of the trials is a cued or an omission trial.");
    expect(whyNoValues(prepLick, [])).toBe("There are no trials.");
  });
});

describe("what is said of a window", () => {
  it("is made from its numbers, from the event or from trial start", () => {
    expect(prepLick.window(null)).toBe("−1000 < t <= 0 ms from reward");
    expect(prepLick.window(traceConditioning)).toBe(
      "600 < t <= 1600 ms from trial start (the second before reward)",
    );
    expect(latency.window(traceConditioning)).toBe(
      "first lick in t > 1600 ms from trial start (from reward to the end of the trial)",
    );
    expect(cueResponse.window(traceConditioning)).toBe(
      "mean of 100 < t <= 600 ms from trial start (the 500 ms from cue onset); " +
        "minus the mean of 0 < t <= 100 ms from trial start (the second before cue onset, cut to the trial)",
    );
    const windows: Windows = { window: { event: "reward", from: -400, to: 250 }, baseline: null };
    expect(prepLick.words(windows, traceConditioning)).toBe("1200 < t <= 1850 ms from trial start");
  });

  it("follows the times of the paradigm, whatever the measure", () => {
    const { cue, reward } = traceConditioning;
    const later = {
      ...traceConditioning,
      cue: { ...cue, onset: cue.onset + 70, offset: cue.offset + 70 },
      reward: { ...reward, time: reward.time + 70 },
      trialMs: traceConditioning.trialMs + 70,
    };
    const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
    for (const measure of measures) {
      const [own, moved] = [measure.window(traceConditioning), measure.window(later)];
      expect(moved, measure.key).not.toBe(own);
      expect(Math.max(...numbers(moved)), measure.key).toBe(Math.max(...numbers(own)) + 70);
    }
  });
});

describe("a finished run in windows that somebody chose", () => {
  for (const key of ["actr", "td"]) {
    const { declaration } = theoryNamed(key);
    const { role, values } = declaration.presets[0];
    const paradigm = { ...traceConditioning, trials: 25 };
    const spec = {
      ...{ theory: key, role, parameters: values, paradigm, arm: "stimLick-", repetition: 0, seed: 4 },
      subject: { population: 1, rank: 130, tauTrans: 0.9 },
    };
    const recorder = createRecorder(paradigm, declaration);
    const noise = keyedNoise({ seed: 4, population: 1, rank: 130, repetition: 0 });
    advance(begin(spec, noise), paradigm.trials, recorder);
    const record = recorder.record();
    const blockMean = (column: Float64Array, from: number, to: number) => {
      const known = [...column.slice(from, to)].filter((value) => !Number.isNaN(value));
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };

    it(`${key}: gives what was recorded, for the windows that it was recorded with`, () => {
      for (const measure of trialMeasures) {
        const { block, means, withValue } = valuesInWindows(measure, measure.windows, record, paradigm, true);
        const column = record.training[measure.key];
        for (let row = 0; row * block < paradigm.trials; row += 1) {
          const recorded = blockMean(column, row * block, (row + 1) * block);
          if (Number.isNaN(recorded)) expect([means[row], withValue[row]]).toEqual([NaN, 0]);
          else expect(means[row], `${measure.key}, row ${row}`).toBeCloseTo(recorded, 5);
        }
      }
    });

    it(`${key}: moves with the window`, () => {
      const later: Windows = { window: { event: "reward", from: 500, to: 1000 }, baseline: null };
      const own = valuesInWindows(rewardResponse, rewardResponse.windows, record, paradigm, true);
      const moved = valuesInWindows(rewardResponse, later, record, paradigm, true);
      expect(moved.withValue).toEqual(own.withValue);
      expect([...moved.withValue]).toEqual([10, 10, 5]);
      expect(moved.means[2]).not.toBeCloseTo(own.means[2], 5);
    });

    it(`${key}: is a gap throughout where the theory does not act`, () => {
      const { means } = valuesInWindows(prepLick, prepLick.windows, record, paradigm, false);
      expect(means.every(Number.isNaN)).toBe(true);
    });
  }
});

describe("windows that somebody chose", () => {
  const reasonFor = (key: string, windows: Windows, binMs = 10) =>
    whyNotInWindows(
      measuresWith({ [key]: windows }).find((one) => one.key === key) as TrialMeasure,
      traceConditioning,
      binMs,
    );
  const window = (event: "cue" | "reward", from: number, to: number | null) => ({ event, from, to });

  it("replace those of one measure, and its words say so", () => {
    const windows = { window: window("reward", -300, 0), baseline: null };
    const [own] = measuresWith({ prepLick: windows });
    expect(own.window(traceConditioning)).toBe(
      "1300 < t <= 1600 ms from trial start (the last 300 ms before reward) (window chosen here)",
    );
    expect((own as TrialMeasure).compute(trial({ licks: [1200, 1400] }))).toBeCloseTo(1 / 0.3, 12);
    expect(measuresWith({ prepLick: windows }).slice(1)).toEqual(measures.slice(1));
  });

  it("say why a run that keeps bins of 10 ms cannot give them", () => {
    const before = window("cue", -1000, 0);
    expect(reasonFor("cueResponse", { window: window("cue", 0, 300), baseline: before })).toBeNull();
    expect(reasonFor("cueResponse", { window: window("cue", 0, 305), baseline: before })).toContain("405 ms");
    expect(
      reasonFor("cueResponse", { window: window("cue", 0, 300), baseline: window("cue", -90, 0) }),
    ).toBeNull();
    expect(
      reasonFor("cueResponse", { window: window("cue", 0, 300), baseline: window("cue", -500, -200) }),
    ).toContain("baseline window lies outside of the trial");
    expect(reasonFor("cueResponse", { window: window("cue", 0, 305), baseline: before }, 1)).toBeNull();
    // licks are kept one by one
    expect(reasonFor("prepLick", { window: window("reward", -333, 0), baseline: null })).toBeNull();
    expect(reasonFor("latency", { window: window("reward", 0, null), baseline: null })).toBeNull();
  });
});
