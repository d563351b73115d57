import { describe, expect, it } from "vitest";
import { traceConditioning as paradigm } from "../../engine/paradigms/trace-conditioning";
import { describeSubject } from "../../engine/subject";
import { theoryNamed } from "../../engine/theories/registry";
import { Problem } from "../errors";
import { checkGrid, checkTraces, gridCells, type GridInput, refusals } from "./grid";

const preset = (key: string) => {
  const { role, values } = theoryNamed("actr").declaration.presets.find((one) => one.key === key)!;
  return { id: key, theory: "actr", role, parameters: values };
};
const input: GridInput = {
  models: [preset("lick-gated"), preset("lick-gated-error")],
  paradigm,
  arms: ["control", "knockout"],
  subjects: [describeSubject(0), describeSubject(1)],
  repetitions: 2,
  seed: 1,
};

describe("the grid of an experiment", () => {
  it("leaves out what a theory refuses, and says why", () => {
    const refused = refusals(input);
    expect(refused).toEqual([
      { modelVersionId: "lick-gated-error", arm: "knockout", reason: expect.stringContaining("knockout") },
    ]);
    expect(gridCells(input, refused)).toHaveLength(12);
  });

  it("grows all groups together, subject by subject", () => {
    const order = gridCells(input, refusals(input)).map(
      ({ repetition, subjectKey, arm, modelVersionId }) =>
        `${repetition} ${subjectKey} ${arm} ${modelVersionId}`,
    );
    expect(order.slice(0, 4)).toEqual([
      "0 p1 r201 control lick-gated",
      "0 p1 r201 control lick-gated-error",
      "0 p1 r201 knockout lick-gated",
      "0 p1 r130 control lick-gated",
    ]);
  });

  it("gives every place a computation of its own", () => {
    const cells = gridCells(input, refusals(input));
    expect(new Set(cells.map(({ specHash }) => specHash)).size).toBe(cells.length);
  });

  it("refuses probes of which no page could show the traces, and takes the longest run of the usual ones", () => {
    expect(() => checkTraces(paradigm, 5000)).not.toThrow();
    const often = { ...paradigm, trialMs: 30_000, probes: { ...paradigm.probes, every: 1 } };
    expect(() => checkTraces(often, 5000)).toThrow(
      "5,001 probes of 3 types of trial of 30,000 ms are 45,009,000",
    );
    expect(() => checkTraces(often, 100)).not.toThrow();
  });

  it("refuses to count a subject twice, and arms that the paradigm lacks", () => {
    const wrong = { ...input, arms: ["control", "sham"], subjects: [describeSubject(0), describeSubject(0)] };
    expect(() => checkGrid(wrong)).toThrow(Problem);
    try {
      checkGrid(wrong);
    } catch (error) {
      expect(Object.keys((error as Problem).details.fields)).toEqual(["arms", "subjects"]);
    }
    expect(() => checkGrid(input)).not.toThrow();
  });
});
