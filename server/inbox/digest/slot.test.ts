import { expect, it } from "vitest";
import { slot } from "./slot";

const at = (text: string) => new Date(text);

it("begins a day at eight in the morning where the reader is", () => {
  // Kathmandu is 5:45 ahead
  expect(slot(at("2026-11-27T02:14:00Z"), "Asia/Kathmandu", "daily")).toBe("2026-11-26");
  expect(slot(at("2026-11-27T02:15:00Z"), "Asia/Kathmandu", "daily")).toBe("2026-11-27");
  expect(slot(at("2026-11-27T15:59:00Z"), "America/Los_Angeles", "daily")).toBe("2026-11-26");
  expect(slot(at("2026-11-27T16:00:00Z"), "America/Los_Angeles", "daily")).toBe("2026-11-27");
  expect(slot(at("2026-11-27T08:00:00Z"), null, "daily")).toBe("2026-11-27");
});

it("begins a week on Monday", () => {
  expect(slot(at("2026-11-27T12:00:00Z"), "Europe/Berlin", "weekly")).toBe("2026-11-23");
  expect(slot(at("2026-11-30T06:59:00Z"), "Europe/Berlin", "weekly")).toBe("2026-11-23");
  expect(slot(at("2026-11-30T07:00:00Z"), "Europe/Berlin", "weekly")).toBe("2026-11-30");
  expect(slot(at("2026-11-29T22:00:00Z"), "Europe/Berlin", "weekly")).toBe("2026-11-23");
});

it("takes the summer time of the day that it is", () => {
  expect(slot(at("2026-07-01T05:59:00Z"), "Europe/Berlin", "daily")).toBe("2026-06-30");
  expect(slot(at("2026-07-01T06:00:00Z"), "Europe/Berlin", "daily")).toBe("2026-07-01");
});
