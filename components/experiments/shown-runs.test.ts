import type { ExperimentDetail } from "@/contracts/experiment";
import { expect, it } from "vitest";
import { withRuns } from "./shown-runs";

it("moves the runs of some states to another, and counts them there", () => {
  const cell = (status: string) => ({ status, error: status === "failed" ? "why" : null });
  const detail = {
    cells: ["queued", "running", "done", "failed"].map(cell),
    counts: { queued: 1, running: 1, done: 1, failed: 1, cancelled: 0 },
  } as unknown as ExperimentDetail;
  const after = withRuns(detail, ["queued", "running"], "cancelled");
  expect(after.counts).toEqual({ queued: 0, running: 0, done: 1, failed: 1, cancelled: 2 });
  expect(withRuns(detail, ["failed"], "queued").cells[3]).toEqual({ status: "queued", error: null });
});
