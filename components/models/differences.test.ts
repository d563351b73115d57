import type { ModelVersion } from "@/contracts/model";
import { expect, it } from "vitest";
import { differences } from "./differences";

const version: ModelVersion = {
  id: "a",
  modelId: "m",
  modelName: "M",
  number: 1,
  theory: "t",
  role: "r",
  preset: null,
  parameters: { a: 1, b: true },
  notes: "",
  hash: "",
  author: null,
  createdAt: new Date(0),
  forkedFrom: null,
};

it("names what changed, and nothing else", () => {
  expect(differences(undefined, version, version)).toEqual([]);
  const after = { ...version, preset: "p", parameters: { a: 1, b: false, c: 2 } };
  expect(
    differences(undefined, version, after).map(({ key, before, after: to }) => [key, before, to]),
  ).toEqual([
    ["preset", "none", "p"],
    ["b", "on", "off"],
    ["c", "none", "2"],
  ]);
});
