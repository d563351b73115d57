import { modelList } from "@/contracts/model";
import { describe, expect, it } from "vitest";
import {
  asItStands,
  isNarrowed,
  listQuestion,
  readList,
  toggleValue,
  viewQuery,
  writeList,
} from "./list-state";

describe("the state of a list", () => {
  it("comes back from its address as it was", () => {
    const state = {
      ...asItStands,
      text: "ωmega 50 %",
      where: { tag: ["a, b", "draft"], theory: ["td"] },
      sort: "name",
      columns: ["name", "theory"],
      view: "v1",
    };
    expect(readList(writeList(state), modelList)).toEqual(state);
    expect(writeList(asItStands)).toBe("");
  });

  it("leaves out what the list does not have", () => {
    const state = readList("sort=weight&colour=red&view=x&sort=", modelList);
    expect(state).toEqual({ ...asItStands, view: "x" });
    expect(readList("sort=-changed", modelList).sort).toBeNull();
    expect(readList("sort=changed", modelList).sort).toBe("changed");
  });

  it("is one text for two states that say the same", () => {
    const one = toggleValue(toggleValue(asItStands, "tag", "b"), "tag", "a");
    const other = toggleValue(toggleValue({ ...asItStands, view: "mine" }, "tag", "a"), "tag", "b");
    expect(viewQuery(one)).toBe(viewQuery(other));
    expect(viewQuery({ ...asItStands, text: "  " })).toBe("");
  });

  it("takes a value away where it stood", () => {
    const held = toggleValue(asItStands, "tag", "a");
    expect(isNarrowed(held)).toBe(true);
    expect(toggleValue(held, "tag", "a")).toEqual(asItStands);
  });

  it("asks in the usual order unless told otherwise", () => {
    expect(listQuestion("lab", asItStands, modelList)).toEqual({
      lab: "lab",
      text: "",
      where: {},
      sort: "-changed",
    });
  });
});
