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
  [{ type: "CS-_trial" }, null],
  [{ type: "CS2 (-)" }, null],
  [{ type: "CS1-" }, null],
  [{ type: "CS-minus" }, null],
  [{ type: "CS\u2011 tone" }, null],
  [{ cue: "odor_CS-" }, null],
  [{ type: "CS-1" }, "cued"],
  [{ type: "CS->US" }, "cued"],
  [{ type: "CS - tone" }, "cued"],
  [{ type: "CS--US" }, "cued"],
  [{ type: "CS minus laser" }, "cued"],
  [{ type: "CS+/CS-" }, "cued"],
  [{ type: "no CS" }, "uncued"],
  [{}, null],
] as const;

for (const [trial, type] of cases)
  it(`${JSON.stringify(trial)} is ${type}`, () => {
    expect(trialTypeOf({ type: null, cue: null, omitted: null, ...trial })).toBe(type);
  });
