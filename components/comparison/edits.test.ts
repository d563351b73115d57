import type { GroupRef } from "@/contracts/comparison";
import { expect, test } from "vitest";
import { addGroups, moveGroup, mostGroups, removeGroup, toggleHidden, zoomAxis } from "./edits";
import { emptyState, type PageState } from "./state";

const ref = (arm: string) => ({ kind: "simulation" as const, experiment: "e", model: "m", arm });
const state = { ...emptyState, groups: ["a", "b", "c"].map(ref), hidden: [1] };
const armOf = (one: GroupRef) => (one.kind === "simulation" ? one.arm : "");
const hiddenArms = ({ groups, hidden }: PageState) => hidden.map((place) => armOf(groups[place]));

test("a hidden group stays hidden wherever it moves", () => {
  const moved = moveGroup(state, 1, 0);
  expect(moved.groups.map(armOf)).toEqual(["b", "a", "c"]);
  expect(hiddenArms(moved)).toEqual(["b"]);
  expect(hiddenArms(moveGroup(state, 0, 2))).toEqual(["b"]);
  expect(hiddenArms(removeGroup(state, 0))).toEqual(["b"]);
  expect(removeGroup(state, 1).hidden).toEqual([]);
});

test("groups come once, and not more than fit", () => {
  expect(addGroups(state, [ref("a"), ref("d")]).groups).toHaveLength(4);
  const many = Array.from({ length: 40 }, (_, index) => ref(`x${index}`));
  expect(addGroups(state, many).groups).toHaveLength(mostGroups);
});

test("the eye toggles", () => {
  expect(toggleHidden(state, 1).hidden).toEqual([]);
  expect(toggleHidden(state, 0).hidden).toEqual([0, 1]);
});

test("zoom is per axis, short in the address, and leaves nothing behind", () => {
  const zoomed = zoomAxis(state, "trials", { from: 12.3456789, to: 345.678912 });
  expect(zoomed.zoom).toEqual({ trials: { from: 12.3, to: 345.7 } });
  expect(zoomAxis(zoomed, "trials", null)).toEqual(state);
  expect("zoom" in zoomAxis(zoomed, "trials", null)).toBe(false);
});
