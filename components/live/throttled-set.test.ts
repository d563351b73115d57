import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { throttledSet } from "./throttled-set";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("hands over the first keys soon, later ones at most once per interval, equal ones once", () => {
  const seen: string[][] = [];
  const set = throttledSet<string>(1000, (keys) => seen.push(keys));
  set.add("a");
  set.add("a");
  vi.advanceTimersByTime(60);
  expect(seen).toEqual([["a"]]);
  set.add("b");
  set.add("c");
  vi.advanceTimersByTime(500);
  expect(seen).toHaveLength(1);
  vi.advanceTimersByTime(600);
  expect(seen).toEqual([["a"], ["b", "c"]]);
});

it("hands nothing over after its end", () => {
  const seen: string[][] = [];
  const set = throttledSet<string>(1000, (keys) => seen.push(keys));
  set.add("a");
  set.end();
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual([]);
});
