import { describe, expect, it } from "vitest";
import { wideTableMapping } from "../../../contracts/dataset";
import { guessMapping } from "./guess";

const samples = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

describe("a guess at a table's columns", () => {
  it("finds subject, session, trial, samples and numbers, and asks for what no column says", () => {
    const header = ["Mouse", "day", "trial", "note", "iri", ...samples("photometry.", 20)];
    const { mapping, toConfirm, problem } = guessMapping(header, [
      ["m1", "1", "1", "fine", "2.5", ...new Array(20).fill("0.1")],
      ["m1", "1", "2", "", "NA", ...new Array(20).fill("0.1")],
    ]);
    expect(problem).toBeNull();
    expect(wideTableMapping.parse(mapping)).toMatchObject({
      ...{ subjectColumn: "Mouse", sessionColumn: "day", trialColumn: "trial", groupColumn: null },
      sampleColumns: { prefix: "photometry.", first: 1, count: 20 },
      valueColumns: ["iri"],
      signal: { name: "photometry" },
    });
    expect(toConfirm.map(({ field }) => field)).toEqual([
      "signal.samplingRateHz",
      "signal.t0Seconds",
      "signal.alignment",
      "signal.unit",
    ]);
  });

  it("takes the longest run of numbered columns, wherever it begins", () => {
    const { mapping } = guessMapping(
      ["id", ...samples("a", 6), "b0", "b1", "b2", "b3", "b4", "b5", "b6", "b9"],
      [],
    );
    expect(mapping?.sampleColumns).toEqual({ prefix: "b", first: 0, count: 7 });
  });

  it("says what is missing when it cannot tell", () => {
    expect(guessMapping(["id", "x", "y"], []).problem).toContain("numbered columns");
    expect(guessMapping(["who", ...samples("s", 9)], []).problem).toContain("say which one it is");
  });
});
