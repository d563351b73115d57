import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test("a path of ours is kept as it is", () => {
  for (const path of ["/", "/lab/one/models?sort=name#first", "/lab/one/shared/two", "/.//page"])
    expect(ownPath(path)).toBe(path);
});

test("what a browser would take for another site leads to the first page", () => {
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "\t//evil.example",
  ];
  for (const path of [...elsewhere, "https://evil.example", "javascript:alert(1)", "", undefined, ["/lab"]])
    expect(ownPath(path), String(path)).toBe("/");
});
