import type { JobRequest } from "./enqueue";

export const runJobKey = (runId: string) => `run:${runId}`;

/** The job that computes a run. Lower priority numbers are sooner. */
export const runJob = (runId: string, priority: number): JobRequest<"run"> => ({
  name: "run",
  payload: { runId },
  key: runJobKey(runId),
  priority,
});
