/** The reference critic against learning curves of the published code (bench/reference/td_critic_reference.csv). */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { keyedNoise } from "../../noise/keyed";
import { cuePredictsStimulation } from "../../paradigms/cue-predicts-stimulation";
import type { Paradigm } from "../../paradigms/paradigm";
import { traceConditioning } from "../../paradigms/trace-conditioning";
import { createRecorder } from "../../recorder";
import { advance, begin } from "../../simulate";
import { validate } from "../../validate";
import { declaration } from "./declaration";

const csv = readFileSync(
  new URL("../../../bench/reference/td_critic_reference.csv", import.meta.url),
  "utf8",
);
const rows = csv
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([config, ...numbers]) => ({ config, numbers: numbers.map(Number) }));
const curves = new Map<string, typeof rows>();
for (const row of rows) {
  const key = [row.config, ...row.numbers.slice(0, 3)].join(", ");
  curves.set(key, [...(curves.get(key) ?? []), row]);
}

const preset = (key: string) => declaration.presets.find((candidate) => candidate.key === key)!;

function specOf(paradigm: Paradigm, arm: string, presetKey = "reference-critic", values = {}) {
  const { role, values: own } = preset(presetKey);
  const subject = { population: 1, rank: 98, tauTrans: 1.3 };
  return {
    theory: "td",
    role,
    parameters: { ...own, ...values },
    paradigm,
    arm,
    subject,
    repetition: 0,
    seed: 1,
  };
}

function run(spec: ReturnType<typeof specOf>, trials: number) {
  const recorder = createRecorder(spec.paradigm, declaration);
  const noise = keyedNoise({ seed: 1, population: 1, rank: 98, repetition: 0 });
  advance(begin(spec, noise), trials, recorder);
  return recorder.record();
}

describe("reference critic", () => {
  for (const [name, curve] of curves)
    it(name, () => {
      const [alpha, cueState, stimulation] = curve[0].numbers;
      const shift = (cueState - 1) * 100;
      const base = stimulation >= 20 ? cuePredictsStimulation : traceConditioning;
      const paradigm = { ...base, cue: { ...base.cue, onset: base.cue.onset + shift } };
      const spec = specOf(paradigm, stimulation >= 20 ? "stimLarge" : "control", "reference-critic", {
        alpha,
      });
      const { training } = run(spec, paradigm.trials);
      for (const { numbers } of curve) {
        const [, , , trial, firstValue, cueError, rewardError] = numbers;
        expect(training.cueError[trial - 1], `cue, trial ${trial}`).toBeCloseTo(cueError, 8);
        expect(training.cueError[trial - 1], `value, trial ${trial}`).toBeCloseTo(firstValue, 8);
        expect(training.rewardError[trial - 1], `reward, trial ${trial}`).toBeCloseTo(rewardError, 8);
      }
    });

  it("learns from the magnitude of the task's reward in units of its own", () => {
    const double = { pulses: [{ ...traceConditioning.reward.pulses[0], amplitude: 2 }] };
    const doubled = { ...traceConditioning, reward: { ...traceConditioning.reward, ...double } };
    const byTask = run(specOf(doubled, "control"), 50).training.rewardError;
    expect([...byTask]).toEqual([
      ...run(specOf(traceConditioning, "control", "reference-critic", { reward: 2 }), 50).training
        .rewardError,
    ]);
  });

  it("has no licks, so lick measures are gaps and arms that need licks are refused", () => {
    const { training, probes } = run(specOf(traceConditioning, "control"), 5);
    expect([...training.prepLick]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect([...probes.ant]).toEqual([NaN, NaN]);
    expect(validate(specOf(traceConditioning, "stimLick+"))[0].what).toContain("Not applicable");
  });
});

describe("a history", () => {
  it("that says which trials were stimulated lets a critic that does not lick run the arms that need licks", () => {
    const spec = specOf(traceConditioning, "stimLick+");
    const trialTypes = ["cued", "cued", "omission"] as const;
    const history = { source: "an animal", trialTypes, stimulated: [false, true, true] };
    const yoked = { ...spec, paradigm: { ...traceConditioning, trials: 3 }, history };
    expect(validate(yoked)).toEqual([]);
    const { training, stimulated } = run(yoked, 3);
    expect([...stimulated]).toEqual([0, 1, 1]);
    expect(training.rewardError[1] - training.rewardError[0]).toBeGreaterThan(0.5);
    expect(training.rewardError[2]).toBeLessThan(training.rewardError[1]);
    const gap = { ...yoked, history: { ...history, stimulated: [false, true, null] } };
    expect(validate(gap)[0].what).toContain("Not applicable");
  });
});

describe("paradigms that it cannot tell apart", () => {
  it("are refused: cue and reward in one state", () => {
    const paradigm = { ...traceConditioning, reward: { ...traceConditioning.reward, time: 95 } };
    expect(validate(specOf(paradigm, "control"))[0].what).toContain("different states");
  });
});

describe("acting", () => {
  it("learns to lick before reward, and stimulation of lick+ trials raises the value beyond the reward", () => {
    const control = run(specOf(traceConditioning, "control", "acting"), 400);
    const stimulated = run(specOf(traceConditioning, "stimLick+", "acting"), 400);
    const mean = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / column.length;
    const late = (column: Float64Array) => mean(column.slice(300));
    expect(late(control.training.prepLick)).toBeGreaterThan(2 * mean(control.training.prepLick.slice(0, 20)));
    expect(late(control.training.valueBeforeReward)).toBeCloseTo(1, 1);
    expect(late(stimulated.training.valueBeforeReward)).toBeGreaterThan(1.1);
  });
});
