import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { layoutWidth, pixelWidth, printTokens } from "./print-paper";
import { wrapText } from "./wrap-text";

test("white paper has the light values of the page's tokens", () => {
  const css = readFileSync(path.resolve(import.meta.dirname, "../../../app/tokens.css"), "utf8");
  const light = css.slice(css.indexOf(":root {"), css.indexOf("@media"));
  for (const [name, value] of Object.entries(printTokens))
    expect(new RegExp(`${name}:\\s*([^;]+);`).exec(light)?.[1], name).toBe(value);
});

test("12 px of the layout print as 7 pt, at 300 dpi", () => {
  for (const mm of [89, 183] as const) expect((12 * mm * (72 / 25.4)) / layoutWidth(mm)).toBeCloseTo(7, 1);
  expect([pixelWidth(89), pixelWidth(183)]).toEqual([1051, 2161]);
});

test("words wrap at the width, and one long word stands alone", () => {
  expect(wrapText("one two three", 6.4 * 8)).toEqual(["one two", "three"]);
  expect(wrapText("incomprehensibilities", 20)).toEqual(["incomprehensibilities"]);
});
