import type { RunCell, StatusCounts } from "@/contracts/experiment";
import { expect, it } from "vitest";
import { applyRunEvent } from "./apply-run-event";

const cell: RunCell = {
  id: "r1",
  modelVersionId: "m",
  arm: "control",
  subjectKey: "p1 r201",
  repetition: 0,
  status: "queued",
  trials: 10,
  trialsDone: 0,
  error: null,
};
const counts: StatusCounts = { queued: 2, running: 0, done: 0, failed: 0, cancelled: 0 };
const grid = { cells: [cell, { ...cell, id: "r2" }], counts };
const event = {
  kind: "run" as const,
  run: "r1",
  experiments: ["e"],
  status: "running" as const,
  trialsDone: 3,
  trials: 10,
  error: null,
};

it("moves the one cell and its count, and keeps the others' identity", () => {
  const after = applyRunEvent(grid, event);
  expect(after.cells[0]).toMatchObject({ status: "running", trialsDone: 3 });
  expect(after.cells[1]).toBe(grid.cells[1]);
  expect(after.counts).toEqual({ ...counts, queued: 1, running: 1 });
});

it("leaves a grid alone that does not hold the run", () => {
  expect(applyRunEvent(grid, { ...event, run: "other" })).toBe(grid);
});
