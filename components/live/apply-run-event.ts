import type { RunCell, StatusCounts } from "@/contracts/experiment";
import type { LiveEvent } from "@/contracts/live";

type RunEvent = Extract<LiveEvent, { kind: "run" }>;

/** Moves one cell of a grid, and the counts with it, without asking the server again. */
export function applyRunEvent<T extends { cells: RunCell[]; counts: StatusCounts }>(
  grid: T,
  event: RunEvent,
): T {
  const cell = grid.cells.find(({ id }) => id === event.run);
  if (!cell) return grid;
  const counts = { ...grid.counts };
  counts[cell.status] -= 1;
  counts[event.status] += 1;
  const moved: RunCell = {
    ...cell,
    status: event.status,
    trialsDone: event.trialsDone,
    trials: event.trials,
    error: event.error,
  };
  return { ...grid, counts, cells: grid.cells.map((one) => (one === cell ? moved : one)) };
}
