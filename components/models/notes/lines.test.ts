import { expect, it } from "vitest";
import { bothTexts, linesAgainst } from "./lines";

it("marks the lines that the other text lacks", () => {
  expect(linesAgainst("a\nb\n\nc", "a\nx")).toEqual([
    { line: "a", own: false },
    { line: "b", own: true },
    { line: "", own: false },
    { line: "c", own: true },
  ]);
});

it("begins a common text with theirs, and loses no line that only mine has", () => {
  expect(bothTexts("a", "a\nmine", "a\ntheirs")).toBe("a\ntheirs\n\nmine");
  expect(bothTexts("a\nb", "a", "a\nb\ntheirs")).toBe("a\nb\ntheirs");
  expect(bothTexts("", "mine", "")).toBe("mine");
});
