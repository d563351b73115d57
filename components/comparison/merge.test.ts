import { comparisonState } from "@/contracts/comparison";
import { expect, it } from "vitest";
import { differencesOf, fields, fieldWords, merged } from "./merge";

const group = (arm: string) => ({ kind: "simulation" as const, experiment: "e", model: "m", arm });
const base = comparisonState.parse({ groups: [group("control")] });
const mine = { ...base, groups: [group("control"), group("stimLick-")], block: 20 as const };
const theirs = { ...base, groups: [group("control"), group("stimLick+")], band: "ci" as const };

it("takes what one side alone changed, and asks about what both changed", () => {
  expect(differencesOf(base, mine, theirs)).toEqual([
    { field: "groups", usual: "mine" },
    { field: "band", usual: "theirs" },
    { field: "block", usual: "mine" },
  ]);
  expect(differencesOf(base, mine, mine)).toEqual([]);
});

it("merges field by field; both of the groups hold everybody's", () => {
  const usual = new Map(differencesOf(base, mine, theirs).map(({ field, usual }) => [field, usual]));
  const one = merged(mine, theirs, (field) => (field === "groups" ? "both" : (usual.get(field) ?? "theirs")));
  expect(one).toMatchObject({ block: 20, band: "ci" });
  expect(one.groups).toEqual([group("control"), group("stimLick+"), group("stimLick-")]);
  expect(merged(mine, theirs, () => "mine")).toEqual(mine);
  expect(merged(mine, theirs, () => "theirs")).toEqual(theirs);
  expect(comparisonState.parse(one)).toEqual(one);
});

it("drops what mine has not", () => {
  const zoomed = { ...base, zoom: { trial: { from: 1, to: 9 } } };
  expect(merged(base, zoomed, () => "mine")).toEqual(base);
});

it("has words for every field", () => {
  for (const field of fields) expect(fieldWords(mine, field, base)).not.toBe("");
  expect(fieldWords(mine, "groups", base)).toBe("2 groups: 1 came");
});
