import { expect, it } from "vitest";
import { readFilter, writeFilter } from "./log-address";

it("reads what it wrote", () => {
  const filter = { person: "p1", action: "model.create", kind: "model", from: "2026-11-01" } as const;
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(writeFilter({})).toBe("");
});

it("leaves out what it cannot read, and reads the rest", () => {
  expect(readFilter("action=model.eat&from=yesterday&text=Fair&more=1")).toEqual({ text: "Fair" });
});
