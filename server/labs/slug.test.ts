import { describe, expect, it } from "vitest";
import { labSlug } from "../../contracts/lab";
import { labSlugs } from "./service";
import { numbered, slugOf } from "./slug";

describe("a lab's address", () => {
  it.each([
    ["Dudman Lab", "dudman-lab"],
    ["  Éva's  Labor — Süd ", "eva-s-labor-sud"],
    ["多巴胺", "lab"],
    ["!!!", "lab"],
    ["x".repeat(60), "x".repeat(40)],
    [`${"x".repeat(39)} y`, "x".repeat(39)],
  ])("of %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("stays within its length when numbered", () => {
    expect(numbered("dudman-lab", 2)).toBe("dudman-lab-2");
    expect(numbered("x".repeat(40), 12)).toHaveLength(40);
  });

  it("always has the form that the contract asks for", () => {
    for (const name of ["a", "- -", "x".repeat(39) + "-y", "A/B\\C"])
      for (const slug of labSlugs(name)) expect(labSlug.safeParse(slug).success, slug).toBe(true);
  });
});
