import { describe, expect, it } from "vitest";
import { isDeclared, paradigmOf, paradigmParameters, valuesOf } from "./declaration";
import { paradigms } from "./registry";
import { traceConditioning } from "./trace-conditioning";

describe("the declaration of a paradigm", () => {
  it.each(paradigms.map((one) => [one.key, one] as const))("says all of %s", (_, paradigm) => {
    expect(isDeclared(paradigm)).toBe(true);
    expect(paradigmOf(paradigm, valuesOf(paradigm))).toEqual(paradigm);
  });

  it("has every value within its bounds, and defaults that are trace conditioning", () => {
    expect(valuesOf(traceConditioning)).toEqual(
      Object.fromEntries(paradigmParameters.map(({ key, default: usual }) => [key, usual])),
    );
  });

  it("moves inputs with their events", () => {
    const { cue, reward } = paradigmOf(traceConditioning, {
      ...valuesOf(traceConditioning),
      ...{ cueOnset: 200, cueDuration: 1000, trace: 500, rewardMagnitude: 2, offsetInput: 0, pulseMs: 5 },
    });
    expect(cue).toEqual({ onset: 200, offset: 1200, pulses: [{ from: 200, to: 204, amplitude: 0.7 }] });
    expect(reward).toEqual({ time: 1700, pulses: [{ from: 1700, to: 1704, amplitude: 2 }] });
  });

  it("reads a mix back as it was typed, and knows that all of one type is no mix", () => {
    const values = { ...valuesOf(traceConditioning), shareCued: 85, shareUncued: 5, shareOmission: 10 };
    const mixed = paradigmOf(traceConditioning, values);
    expect(mixed.mix).toEqual({ cued: 0.85, uncued: 0.05, omission: 0.1 });
    expect(valuesOf(mixed)).toEqual(values);
    expect(paradigmOf(mixed, valuesOf(traceConditioning))).toEqual(traceConditioning);
  });

  it("keeps the arms that a task has in its own words, and adds others in ours", () => {
    const own = { ...traceConditioning, arms: [{ ...traceConditioning.arms[0], title: "No light" }] };
    expect(paradigmOf(own, valuesOf(own), ["none", "depletion"]).arms.map(({ title }) => title)).toEqual([
      "No light",
      "Depletion",
    ]);
  });

  it("does not pretend to say inputs that it cannot", () => {
    const { cue } = traceConditioning;
    const ramp = [...cue.pulses, { from: 300, to: 310, amplitude: 0.2 }];
    expect(isDeclared({ ...traceConditioning, cue: { ...cue, pulses: ramp } })).toBe(false);
  });
});
