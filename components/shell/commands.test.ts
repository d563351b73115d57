import type { LabSummary } from "@/contracts/lab";
import { describe, expect, it } from "vitest";
import { commandsOf, matching } from "./commands";

const lab: LabSummary = { slug: "one", name: "One", role: "editor", isDemonstration: false, deletion: null };
const other: LabSummary = {
  slug: "two",
  name: "Two",
  role: "viewer",
  isDemonstration: false,
  deletion: null,
};

describe("the commands of a palette", () => {
  it("lead within the lab, to the other labs, and make what the role may make", () => {
    const labels = commandsOf(lab, [lab, other]).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(["New experiment", "Models", "Switch to Two"]));
    expect(labels).not.toContain("Switch to One");
    expect(commandsOf(other, []).map(({ label }) => label)).not.toContain("New experiment");
  });

  it("stand before the results when they begin as typed, and after them when they hold it", () => {
    const { first, later } = matching(
      [{ label: "Models" }, { label: "New model" }, { label: "Home" }],
      "model",
    );
    expect(first).toEqual([{ label: "Models" }]);
    expect(later).toEqual([{ label: "New model" }]);
    expect(matching([{ label: "Home" }], "").first).toHaveLength(1);
  });
});
