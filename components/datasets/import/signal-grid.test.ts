import type { Question } from "@/contracts/reading";
import { describe, expect, it } from "vitest";
import { fieldsOf, fill, gridOf } from "./signal-grid";

const asked = (id: string | null, what: string, own: Partial<Question> = {}): Question => ({
  ...{ field: id === null ? `signals.${what}` : `signals.${id}.${what}`, about: "signals", id },
  ...{ value: "a.u.", question: `${what} of ${id}?`, basis: "guess", cannotBeKnown: false },
  input: { kind: "text", suggestions: [], optional: false },
  ...own,
});
const questions = ["a", "b", "c"].flatMap((id) => [asked(id, "unit"), asked(id, "region", { value: "" })]);

describe("the table of signals", () => {
  it("has a row for each signal and a column for each question, and leaves what acts on all outside", () => {
    const grid = gridOf([asked(null, "samplingRateHz"), ...questions])!;
    expect(grid.rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(grid.columns.map(({ what }) => what)).toEqual(["unit", "region"]);
    expect(fieldsOf(grid).has("signals.samplingRateHz")).toBe(false);
    expect(fieldsOf(grid).size).toBe(6);
  });

  it("is not drawn for one signal", () => {
    expect(gridOf([asked("a", "unit"), asked("a", "region")])).toBeNull();
  });

  it("takes in what acts on a signal's samples though it is asked about timing", () => {
    const grid = gridOf([...questions, asked("a", "indexBase", { about: "timing", id: null })])!;
    expect(grid.rows[0].cells.indexBase.field).toBe("signals.a.indexBase");
  });
});

describe("filling down", () => {
  const filled = (own: readonly Question[], answers: Record<string, unknown>) => {
    const { rows, columns } = gridOf(own)!;
    return fill({ from: rows[0], to: rows, columns, confirmed: false }, answers);
  };

  it("reaches rows that look alike, under the fields that they are asked by", () => {
    const other = asked("d", "unit", { input: { kind: "boolean" } });
    expect(filled([...questions, other], { "signals.a.unit": "mV" })).toEqual({
      answers: { "signals.b.unit": "mV", "signals.c.unit": "mV" },
      ...{ signals: 2, left: 0, unsure: 1 },
    });
  });

  it("leaves what the file says itself", () => {
    const says = asked("b", "unit", { basis: "file", value: "V" });
    const own = [asked("a", "unit"), says, asked("c", "unit")];
    expect(filled(own, { "signals.a.unit": "mV" })).toMatchObject({
      answers: { "signals.c.unit": "mV" },
      left: 1,
    });
  });

  it("does not spread a guess that nobody confirmed", () => {
    const own = ["a", "b"].map((id) => asked(id, "alignment", { cannotBeKnown: true, value: "event" }));
    expect(filled(own, {})).toEqual({ answers: {}, signals: 0, left: 0, unsure: 1 });
    expect(filled(own, { "signals.a.alignment": "event" }).answers).toEqual({
      "signals.b.alignment": "event",
    });
  });
});
