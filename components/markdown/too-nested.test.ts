import { expect, test } from "vitest";
import { isTooNested } from "./too-nested";

test("a long text with headings, quotes, lists and a table is read", () => {
  const part =
    "A part\n======\n\nWords of *it*.\n\n> A quote\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n";
  expect(isTooNested(part.repeat(120))).toBe(false);
});

test.each(["a\n=\n", "a\r-\r", "a\r\n=\r\n", " a\n  =\n", "> a\n\n", "- > a\n", "1. > a\n", "a]\n", "===\n"])(
  "20,000 signs of %j, which take a parser seconds, are shown as they are",
  (lines) => expect(isTooNested(lines.repeat(20_000 / lines.length))).toBe(true),
);
