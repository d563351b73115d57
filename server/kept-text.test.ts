import { expect, test } from "vitest";
import { keptText, keptTexts } from "./kept-text";

test("what no database keeps becomes the sign for what cannot be read; every script stays", () => {
  expect(keptText("a\0b")).toBe("a\uFFFDb");
  expect(keptText("cut \ud83d")).toBe("cut \uFFFD");
  for (const text of ["", "Dopamin, Δ, 多巴胺, دوپامین", "\u{1F42D} \u{1F9E0}", "two\nlines\t"])
    expect(keptText(text)).toBe(text);
});

test("it does so wherever a text or the name of a field stands, and leaves all else alone", () => {
  const at = new Date(0);
  const given = { list: ["a\0", { "b\ud800": "c" }], at, none: null, missing: undefined, n: NaN, yes: true };
  expect(keptTexts(given)).toEqual({ ...given, list: ["a\uFFFD", { "b\uFFFD": "c" }] });
  expect((keptTexts(given) as typeof given).at).toBe(at);
});

test("what is nested without end is left to whoever refuses it", () => {
  const nested = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`) as unknown;
  expect(keptTexts(nested)).toBeInstanceOf(Array);
});
