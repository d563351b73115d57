import { describe, expect, it } from "vitest";
import { traceConditioning } from "../../engine/paradigms/trace-conditioning";
import { runSpec, specHash } from "./spec";

const ingredients = {
  model: { theory: "none", role: "r", parameters: { b: 2, a: 1 } },
  paradigm: traceConditioning,
  trials: 20,
  arm: "control",
  subject: { population: 1, rank: 201, tauTrans: 0.7 },
  repetition: 0,
  seed: 1,
};

describe("the hash of a spec", () => {
  it("does not depend on the order in which keys were written", () => {
    const other = { ...ingredients, model: { ...ingredients.model, parameters: { a: 1, b: 2 } } };
    expect(specHash(runSpec(other))).toBe(specHash(runSpec(ingredients)));
  });

  it("changes with whatever changes the numbers", () => {
    const hash = specHash(runSpec(ingredients));
    const history = { source: "a", trialTypes: ["cued" as const], stimulated: null };
    const changes = [{ trials: 21 }, { arm: "stimLick-" }, { repetition: 1 }, { seed: 2 }, { history }];
    for (const change of changes) expect(specHash(runSpec({ ...ingredients, ...change }))).not.toBe(hash);
  });
});
