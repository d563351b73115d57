/** What golden cases cannot see: the population, shortcuts that must not change a bit, and the lick-gated arms. */
import { describe, expect, it, vi } from "vitest";
import { createKernel } from "../../math/rate-network-kernel";
import { keyedNoise } from "../../noise/keyed";
import { traceConditioning } from "../../paradigms/trace-conditioning";
import { createRecorder } from "../../recorder";
import type { RunSpec } from "../../run-spec";
import { advance, begin } from "../../simulate";
import { defaultTauTrans, describeSubject, referenceRanks } from "../../subject";
import { validate } from "../../validate";
import type { Memo, Theory } from "../theory";
import { createActr, type ActrOptions } from "./actr";
import { declaration } from "./declaration";
import { rankPopulation } from "./population";

vi.setConfig({ testTimeout: 120_000 });

const memo: Memo = new Map();
const network = createKernel(3000);
const subject = describeSubject(2);

function specOf(preset: string, arm: string, values = {}): RunSpec {
  const { role, values: own } = declaration.presets.find(({ key }) => key === preset)!;
  const parameters = { ...own, ...values };
  return {
    theory: "actr",
    role,
    parameters,
    paradigm: traceConditioning,
    arm,
    subject,
    repetition: 0,
    seed: 3,
  };
}

function run(spec: RunSpec, trials: number, options: Partial<ActrOptions> = {}) {
  const recorder = createRecorder(spec.paradigm, declaration);
  const noise = keyedNoise({ seed: 3, population: subject.population, rank: subject.rank, repetition: 0 });
  const theory = createActr({ network: () => network, ...options }) as Theory;
  advance(begin(spec, noise, memo, theory), trials, recorder);
  return recorder.record();
}

describe("population of initial networks", () => {
  it("has the errors of the published population (ranks and spread within what populations differ by)", () => {
    const { errors, order } = rankPopulation(9, network);
    const sorted = Array.from(order, (number) => errors[number]);
    const published = { 98: 581, 119: 597, 130: 603, 141: 610, 195: 639, 201: 642 };
    for (const [rank, error] of Object.entries(published))
      expect(Math.abs(sorted[Number(rank) - 1] - error), `rank ${rank}`).toBeLessThan(20);
    const mean = sorted.reduce((sum, error) => sum + error, 0) / sorted.length;
    expect(Math.abs(mean - 760)).toBeLessThan(50);
    expect(sorted[0]).toBeGreaterThan(350);
  });
});

describe("subjects", () => {
  it("are the six published ranks of one population after another, each with its own rate", () => {
    const subjects = Array.from({ length: 12 }, (_, i) => describeSubject(i));
    expect(subjects.map(({ rank }) => rank)).toEqual([...referenceRanks, ...referenceRanks]);
    expect(subjects.map(({ population }) => population)).toEqual([...Array(6).fill(1), ...Array(6).fill(2)]);
    const rates = subjects.map(({ tauTrans }) => tauTrans);
    expect(rates.every((rate) => rate >= 0.5 && rate < 1.5)).toBe(true);
    expect(new Set(rates).size).toBe(12);
    expect(defaultTauTrans(1, 201)).toBe(rates[0]);
  });
});

describe("shortcuts", () => {
  it("change nothing: trials computed to their end give the same record", () => {
    const spec = specOf("as-published", "stimLick+");
    expect(run(spec, 15, { wholeTrials: true })).toEqual(run(spec, 15));
  });
});

describe("lick-gated arms", () => {
  const trials = 60;
  for (const preset of ["lick-gated", "lick-gated-error"])
    for (const arm of ["stimLick-", "stimLick+"])
      it(`${preset}, ${arm}: stimulates about 60 % of the trials that qualify, and no other`, () => {
        const { training, stimulated } = run(specOf(preset, arm), trials);
        const qualifies = Array.from(training.lickPlus, (plus) => (plus === 1) === (arm === "stimLick+"));
        qualifies.forEach((is, i) => expect(stimulated[i] === 1 && !is, `trial ${i + 1}`).toBe(false));
        const share = stimulated.reduce((sum, is) => sum + is, 0) / qualifies.filter(Boolean).length;
        expect(Math.abs(share - 0.6)).toBeLessThan(0.35);
      });

  it("lick-gated: beta is 4 on stimulated trials and what it was on the others", () => {
    const { training, stimulated } = run(specOf("lick-gated", "stimLick-"), trials);
    stimulated.forEach((is, i) =>
      is ? expect(training.beta[i]).toBe(4) : expect(training.beta[i]).toBeGreaterThan(1),
    );
  });

  it("lick-gated-error: both errors are 1 on stimulated trials", () => {
    const { training, stimulated } = run(specOf("lick-gated-error", "stimLick-"), trials);
    stimulated.forEach((is, i) => {
      if (is) expect([training.errorReward[i], training.errorCue[i]]).toEqual([1, 1]);
      else expect(training.errorReward[i]).toBe(training.performanceError[i]);
    });
  });

  it("control is the published control to the bit: nothing but stimulation differs", () => {
    expect(run(specOf("lick-gated", "control"), 10)).toEqual(run(specOf("as-published", "control"), 10));
  });
});

describe("trials of other types", () => {
  const types = ["cued", "omission", "uncued", "omission", "cued", "uncued"] as const;
  const history = { source: "an animal", trialTypes: types, stimulated: null };
  const spec = specOf("lick-gated", "control");
  const short = { ...spec, paradigm: { ...spec.paradigm, trials: types.length }, history };
  const { training } = run(short, types.length);
  const { initialCueWeight, initialRewardWeight } = short.parameters as Record<string, number>;

  it("teach nothing to the weight of an input that did not come", () => {
    const before = (column: Float64Array, start: number, i: number) => (i === 0 ? start : column[i - 1]);
    types.forEach((type, i) => {
      const { cueWeight, rewardWeight } = training;
      const moved = {
        cue: cueWeight[i] !== before(cueWeight, initialCueWeight, i),
        reward: rewardWeight[i] !== before(rewardWeight, initialRewardWeight, i),
      };
      if (type === "uncued") expect(moved.cue, `trial ${i + 1}`).toBe(false);
      if (type === "omission") expect(moved.reward, `trial ${i + 1}`).toBe(false);
      if (type === "cued") expect(moved.reward, `trial ${i + 1}`).toBe(true);
    });
  });

  it("are worth nothing where no reward is collected, however soon the animal licks", () => {
    const { performanceError, policyBeforeReward, beta } = training;
    types.forEach((type, i) => {
      if (type !== "omission") return;
      expect(performanceError[i] + policyBeforeReward[i]).toBeCloseTo(Math.exp(-1450 / 500), 12);
      expect(beta[i], "no part of the reward weight").toBeLessThan(beta[0]);
    });
  });

  it("have a cue response where there is a cue, and an omission response where reward is omitted", () => {
    const has = (key: string) => Array.from(training[key], (value) => !Number.isNaN(value));
    const where = (...wanted: string[]) => types.map((type) => wanted.includes(type));
    expect(has("cueResponse")).toEqual(where("cued", "omission"));
    expect(has("rewardResponse")).toEqual(where("cued"));
    expect(has("omissionResponse")).toEqual(where("omission"));
    expect(has("rewardResponseUncued")).toEqual(where("uncued"));
    expect(has("prepLick")).toEqual(where("cued", "omission"));
  });
});

describe("paradigms that its rules cannot be placed in", () => {
  const refusal = (change: Partial<typeof traceConditioning>) => {
    const spec = specOf("lick-gated", "control");
    return validate({ ...spec, paradigm: { ...spec.paradigm, ...change } }).map(({ what }) => what)[0];
  };
  const { cue, reward } = traceConditioning;
  it("are refused with what they lack", () => {
    expect(refusal({ cue: { ...cue, pulses: [] } })).toContain("a pulse of the cue");
    expect(refusal({ cue: { ...cue, onset: 90 } })).toContain("at cue onset");
    expect(refusal({ reward: { ...reward, time: 1700 } })).toContain("at the time of reward");
    expect(refusal({ trialMs: 1610 })).toContain("goes on after");
    const [first, second] = cue.pulses;
    const early = { onset: 1, offset: 600, pulses: [{ ...first, from: 1 }, second] };
    expect(refusal({ cue: early })).toContain("begins after 1 ms");
  });
});

describe("omission probes", () => {
  it("are not measurable as published, and are where they can lick", () => {
    expect(run(specOf("as-published", "control"), 5).probes.antOmission.every(Number.isNaN)).toBe(true);
    const able = run(specOf("as-published", "control", { omissionProbes: "can-lick" }), 5);
    expect(able.probes.antOmission.every(Number.isFinite)).toBe(true);
  });
});

describe("table of roles and arms", () => {
  it("refuses what the published code lacks, and says why", () => {
    const [problem] = validate(specOf("dopamine-is-error", "depletion"));
    expect(problem.where).toBe("arm");
    expect(problem.what).toContain("no rule");
    expect(validate(specOf("as-published", "depletion"))).toEqual([]);
  });

  it("names every wrong value at once", () => {
    const problems = validate(specOf("as-published", "control", { tau: 1, trigger: "luck", extra: 1 }));
    expect(problems.map(({ where }) => where)).toEqual([
      "parameters.tau",
      "parameters.trigger",
      "parameters.extra",
    ]);
  });
});
