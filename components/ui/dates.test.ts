import { describe, expect, it } from "vitest";
import { absoluteDate, relativeDate } from "./dates";

const date = new Date("2026-03-01T23:30:00Z");

describe("a moment", () => {
  it.each([
    ["UTC", "2026-03-01 23:30"],
    ["Asia/Kathmandu", "2026-03-02 05:15"],
    ["America/St_Johns", "2026-03-01 20:00"],
    ["Europe/Berlin", "2026-03-02 00:30"],
  ])("in %s is %s", (zone, text) => expect(absoluteDate(date, zone)).toBe(text));
});

describe("how long ago", () => {
  const at = (seconds: number) => relativeDate(date, new Date(date.getTime() + seconds * 1000));
  it.each([
    [0, "just now"],
    [59, "just now"],
    [60, "1 minute ago"],
    [59 * 60, "59 minutes ago"],
    [3600, "1 hour ago"],
    [2 * 86_400, "2 days ago"],
    [8 * 86_400, "1 week ago"],
    [60 * 86_400, "1 month ago"],
    [800 * 86_400, "2 years ago"],
    [-3 * 3600, "in 3 hours"],
  ])("after %d s is %s", (seconds, text) => expect(at(seconds)).toBe(text));
});
