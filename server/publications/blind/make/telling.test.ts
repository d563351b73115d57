import { expect, test } from "vitest";
import { createTelling } from "./telling";
import { warningsOf } from "./warnings";

test("replacements stand in each other's place, the longest first, in any case", () => {
  const { words } = createTelling(
    [
      { find: "Byron", put: "B" },
      { find: "Ada Byron", put: "an author" },
    ],
    "00",
  );
  expect(words("ada byron of the Byron lab")).toBe("an author of the B lab");
});

test("replacements that feed each other are refused before they fill the memory", () => {
  const { words } = createTelling(Array(100).fill({ find: "byron", put: "byron ".repeat(30).trim() }), "00");
  expect(() => words("byron")).toThrow("too long");
});

test("a long text without an address is looked through once", () => {
  const text = "a".repeat(400_000);
  const began = performance.now();
  expect(warningsOf([{ where: "Panel 1", text: `${text} x.y@lab.example` }], [], [])).toMatchObject([
    { found: "x.y@lab.example" },
  ]);
  // letter by letter anew it takes minutes
  expect(performance.now() - began).toBeLessThan(5000);
});
