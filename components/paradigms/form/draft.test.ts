import { paradigms } from "@/engine/paradigms/registry";
import { describe, expect, it } from "vitest";
import { draftOf, readParadigm } from "./draft";

const [base] = paradigms;
const draft = draftOf(base, "Mine");
const typing = (typed: Record<string, string | boolean>) =>
  readParadigm(base, { ...draft, typed: { ...draft.typed, ...typed } });

describe("what was typed of a paradigm", () => {
  it("is the task that it began as while nothing changed", () => {
    expect(readParadigm(base, draft)).toEqual({ spec: base, errors: {} });
  });

  it("says what does not fit at the field where it can be mended", () => {
    expect(typing({ trials: "4o" }).errors).toEqual({ trials: "Give a whole number from 1 to 5000." });
    expect(typing({ trace: "3000" }).errors).toEqual({
      trace:
        "Reward comes at 3600 ms and the trial ends at 3000 ms: let it come sooner or make the trial longer.",
      pulseMs:
        "An input ends at 3610 ms and the trial at 3000 ms: make the trial longer or the input shorter.",
    });
    expect(typing({ shareCued: "80", shareOmission: "10" }).errors).toEqual({
      shareCued: "The shares add up to 90 %: change one by 10 %.",
    });
    expect(typing({ trainingType: "uncued" }).errors).toHaveProperty("shareUncued");
    expect(typing({ probeCued: false, probeUncued: false, probeOmission: false }).errors).toEqual({
      probeCued: "Probe at least one type of trial.",
    });
    expect(readParadigm(base, { ...draft, arms: [] }).errors).toEqual({ arms: "Choose at least one arm." });
  });
});
