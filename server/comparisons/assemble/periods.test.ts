import { describe, expect, it } from "vitest";
import { periodsOf, runTrace } from "./periods";

const text = (trials: number) => periodsOf(trials).map(({ name, from, to }) => `${name} ${from}-${to}`);

describe("periods of training", () => {
  it("are the first hundred, the centre and the last hundred", () => {
    expect(text(800)).toEqual(["early 1-100", "middle 301-500", "late 701-800"]);
    expect(text(700)).toEqual(["early 1-100", "middle 301-400", "late 601-700"]);
  });

  it("never overlap, and say so when training is short", () => {
    expect(text(80)).toEqual(["early 1-80"]);
    expect(text(150)).toEqual(["early 1-100", "late 101-150"]);
    expect(text(250)).toEqual(["early 1-100", "middle 101-200", "late 201-250"]);
    expect(text(400)).toEqual(["early 1-100", "middle 101-300", "late 301-400"]);
  });

  it("weigh every probe block the same", () => {
    const blockTraces = {
      blocks: Int32Array.from([1, 3, 0, 2]),
      traces: [
        {
          signal: "dopamine",
          type: "cued" as const,
          rows: 4,
          bins: 1,
          values: Float32Array.from([9, 1, NaN, 6]),
        },
      ],
    };
    expect(runTrace(blockTraces, "dopamine", "cued", { from: 101, to: 400 })).toEqual(
      Float64Array.from([(3 * 1 + 2 * 6) / 5]),
    );
    expect(runTrace(blockTraces, "dopamine", "cued", { from: 201, to: 300 })).toBeNull();
    expect(runTrace(blockTraces, "dopamine", "uncued", { from: 1, to: 100 })).toBeNull();
  });
});
