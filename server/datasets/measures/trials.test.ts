import { expect, it } from "vitest";
import { trialMeasures } from "../../../engine/measures/registry";
import type { Timing } from "../../../contracts/recording";
import type { SessionData, SessionEvents } from "../read/session";
import { trialsOf } from "./trials";

/** Three trials every 10 s; cue at trial start, reward 1, 2 and 3 s later; two licks before reward and one after it. */
const starts = [10, 20, 30];
const rewards = [11, 22, 33];
const licks = rewards.flatMap((time) => [time - 0.6, time - 0.3, time + 0.25]);

const events = (meaning: SessionEvents["meaning"], times: number[]): SessionEvents => ({
  ...{ type: meaning, meaning, trials: null, times: Float64Array.from(times) },
  ...{ values: null, durations: null },
});
const row = { rewardMagnitude: null, stimulated: null, dose: null, itiSeconds: null, excluded: false };
const session = (
  alignedAt: number[],
  { start = starts, rewarded = rewards, licked = licks, omitted = [] as number[] } = {},
) =>
  ({
    ...{ id: "s", subject: "m1", group: "", index: 1, name: "1", date: null, values: [] },
    trials: alignedAt.map((time, at) => ({
      ...{ ...row, index: at + 1, start: start[at], alignedAt: time },
      ...{ type: null, cue: "tone", omitted: omitted.includes(at) },
    })),
    events: [events("cue", starts), events("reward", rewarded), events("lick", licked)],
  }) as SessionData;
const timing = (alignment: string, known: Partial<Timing> = {}): Timing => ({
  ...{ alignment, cueSeconds: null, rewardSeconds: null, cueDurationSeconds: null, baseline: null },
  ...{ cut: { from: -2, to: 4 }, ...known },
});

const measure = (key: string) => trialMeasures.find((one) => one.key === key)!;
const values = (key: string, data: SessionData, at: Timing) =>
  trialsOf(data, at).map(({ trial }) => measure(key).compute(trial!));
const momentsOf = (data: SessionData, at: Timing, which: "cue" | "reward") =>
  trialsOf(data, at).map(({ trial }) => trial!.timing[which]);
const near = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) =>
    Number.isNaN(expected[i]) ? expect(value).toBeNaN() : expect(value).toBeCloseTo(expected[i], 6),
  );
};

it("takes each trial's own reward from the session's clock, where its time differs between trials", () => {
  const data = session(starts);
  expect(momentsOf(data, timing("cue", { cueSeconds: 0 }), "reward")).toEqual([1000, 2000, 3000]);
  near(values("prepLick", data, timing("cue", { cueSeconds: 0 })), [2, 2, 2]);
  near(values("latency", data, timing("cue", { cueSeconds: 0 })), [250, 250, 250]);
});

it("takes each trial's own cue where trials are aligned to reward, also without their starts", () => {
  const at = timing("reward", { rewardSeconds: 0 });
  expect(momentsOf(session(rewards), at, "cue")).toEqual([-1000, -2000, -3000]);
  expect(momentsOf(session(rewards, { start: rewards }), at, "cue")).toEqual([-1000, -2000, -3000]);
});

it("knows no reward of a trial that had none", () => {
  const data = session(starts, { rewarded: [11, 33], omitted: [1] });
  expect(momentsOf(data, timing("cue", { cueSeconds: 0 }), "reward")).toEqual([1000, null, 3000]);
});

it("does not take a lick of the next trial for the one that collects", () => {
  const late = licks.filter((time) => time < 22 || time > 23);
  const data = session(starts, { licked: late });
  near(values("latency", data, timing("cue", { cueSeconds: 0 })), [250, NaN, 250]);
});
