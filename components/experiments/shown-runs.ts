import type { ExperimentDetail, RunStatus, StatusCounts } from "@/contracts/experiment";

/** The experiment as it will be once its runs of these states are in another, before the server has said so. */
export function withRuns(
  detail: ExperimentDetail,
  from: readonly RunStatus[],
  to: RunStatus,
): ExperimentDetail {
  const cells = detail.cells.map((cell) =>
    from.includes(cell.status) ? { ...cell, status: to, error: null } : cell,
  );
  const counts = Object.fromEntries(
    Object.keys(detail.counts).map((status) => [
      status,
      cells.filter((cell) => cell.status === status).length,
    ]),
  ) as StatusCounts;
  return { ...detail, cells, counts };
}
