import type { ParameterDeclaration } from "@/engine/declaration";
import { describe, expect, it } from "vitest";
import { parseValue } from "./parse-value";

const base = { key: "a", symbol: "a", title: "A", unit: "1", meaning: "", group: "" };
const number: ParameterDeclaration = { ...base, kind: "number", default: 1, min: 0, max: 2 };

describe("parseValue", () => {
  it("reads numbers as people write them", () => {
    expect(parseValue(number, " 5e-1 ")).toEqual({ value: 0.5, error: null });
  });
  it("says the bounds when there is no number", () => {
    for (const typed of ["", "  ", "abc", "1,5", "Infinity", "NaN", undefined])
      expect(parseValue(number, typed).error).toMatch(/from 0 to 2/);
  });
  it("keeps to the bounds, and takes both ends", () => {
    expect(parseValue(number, "0").value).toBe(0);
    expect(parseValue(number, "2").value).toBe(2);
    expect(parseValue(number, "2.001").error).toMatch(/above/);
    expect(parseValue(number, "-1").error).toMatch(/below/);
  });
  it("asks integers to be whole", () => {
    expect(parseValue({ ...number, kind: "integer" }, "1.5").error).toMatch(/whole/);
  });
  it("knows choices by value and switches by state", () => {
    const choice: ParameterDeclaration = {
      ...base,
      kind: "choice",
      default: "x",
      choices: [{ value: "x", title: "X", meaning: "" }],
    };
    expect(parseValue(choice, "x").value).toBe("x");
    expect(parseValue(choice, "y").error).toMatch(/X/);
    expect(parseValue({ ...base, kind: "switch", default: true }, false).value).toBe(false);
  });
});
