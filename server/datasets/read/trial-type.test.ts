import { expect, it } from "vitest";
import { trialTypeOf } from "./trial-type";

const cases = [
  [{ type: "cued" }, "cued"],
  [{ type: "CS+" }, "cued"],
  [{ type: "uncued" }, "uncued"],
  [{ type: "no cue" }, "uncued"],
  [{ type: "omitted" }, "omission"],
  [{ type: "reward omission" }, "omission"],
  [{ type: "cued", omitted: true }, "omission"],
  [{ type: "cued", omitted: false }, "cued"],
  [{ cue: "tone" }, "cued"],
  [{ cue: "tone", omitted: true }, "omission"],
  [{ type: "block 3" }, null],
  [{ type: "CS-" }, null],
  [{ type: "CS\u2212", omitted: true }, null],
  [{ type: "CS minus trial" }, null],
  [{ type: "cued", cue: "CS-" }, null],
  [{ cue: "CSneg" }, null],
  [{ cue: "CS+" }, "cued"],
  [{ type: "CS-1" }, "cued"],
  [{}, null],
] as const;

for (const [trial, type] of cases)
  it(`${JSON.stringify(trial)} is ${type}`, () => {
    expect(trialTypeOf({ type: null, cue: null, omitted: null, ...trial })).toBe(type);
  });
