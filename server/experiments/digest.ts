import type { RunCell, StatusCounts } from "../../contracts/experiment";
import type { RunSummary } from "../../contracts/run-result";

export function countByStatus(cells: readonly Pick<RunCell, "status">[]): StatusCounts {
  const counts: StatusCounts = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  for (const { status } of cells) counts[status] += 1;
  return counts;
}

/** Mean preparatory lick rate (Hz) over runs, per hundred trials; null where no run has a value. */
export function meanOfSummaries(summaries: readonly RunSummary[]): (number | null)[] {
  const blocks = Math.max(0, ...summaries.map(({ prepLick }) => prepLick.length));
  return Array.from({ length: blocks }, (_, block) => {
    const values = summaries.flatMap(({ prepLick }) => prepLick[block] ?? []);
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  });
}
