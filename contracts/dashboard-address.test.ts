import fc from "fast-check";
import { expect, test } from "vitest";
import type { Variable, VariableValues } from "./dashboard";
import { askedOf, readValues, writeValues } from "./dashboard-address";

const variables: Variable[] = [
  { kind: "model", name: "model", title: "Model", value: null },
  { kind: "arm", name: "arm", title: "Arm", value: ["control"] },
  { kind: "measure", name: "measure", title: "Measure", value: "prepLick" },
  { kind: "window", name: "window", title: "Trials", value: { from: 1, to: 800 } },
  { kind: "block", name: "block", title: "Points of", value: 100 },
  { kind: "band", name: "band", title: "Band", value: "sem" },
];
const word = fc.string({ minLength: 1, maxLength: 12 });
const some = fc.option(fc.array(word, { maxLength: 4 }));
const values: fc.Arbitrary<VariableValues> = fc.record({
  model: some,
  arm: some,
  measure: word,
  window: fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(500))
    .map(([from, more]) => ({ from, to: from + more })),
  block: fc.constantFrom(20, 50, 100),
  band: fc.constantFrom("sem", "sd", "ci"),
});

test("an address holds every value", () => {
  fc.assert(
    fc.property(values, (chosen) => {
      expect(readValues(writeValues("version=2", variables, chosen), variables)).toEqual(chosen);
    }),
  );
});

test("what is as at first stands nowhere, and other parts of the query stay", () => {
  expect(writeValues("version=2&v.band=ci", variables, readValues("", variables))).toBe("version=2");
});

test("a person can read an address", () => {
  const chosen = {
    ...readValues("", variables),
    arm: ["stimLick+", "control"],
    window: { from: 401, to: 800 },
    model: null,
  };
  expect(writeValues("", variables, chosen)).toBe("v.arm=~stimLick%2B~control&v.window=401-800");
});

test("a mistyped address opens with what can be read", () => {
  expect(readValues("v.band=wide&v.block=33&v.window=9-2&v.measure=&v.none=1", variables)).toEqual(
    readValues("", variables),
  );
});

test("only what decides numbers is asked", () => {
  const content = { kind: "chart", figure: "curve:prepLick" } as never;
  const chart = {
    id: "a",
    title: "",
    place: { x: 0, w: 6, h: 2 },
    bind: { model: "model", band: "band", block: "block" },
    content,
  };
  const run = { ...chart, bind: { arm: "arm" }, content: { kind: "run" } as never };
  const query = "v.model=~m&v.arm=~stimLick%2B&v.band=ci&v.block=20&v.window=1-9";
  expect(askedOf(query, { panels: [chart], variables })).toBe("v.block=20");
  expect(askedOf(query, { panels: [chart, run], variables })).toBe("v.arm=~stimLick%2B&v.block=20");
});
