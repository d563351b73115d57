import type { RunCell, StatusCounts } from "../../contracts/experiment";
import type { GroupCount } from "./store";

const none = (): StatusCounts => ({ queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 });

export function countByStatus(cells: readonly Pick<RunCell, "status">[]): StatusCounts {
  const counts = none();
  for (const { status } of cells) counts[status] += 1;
  return counts;
}

export function sumByStatus(groups: readonly Pick<GroupCount, "status" | "count">[]): StatusCounts {
  const counts = none();
  for (const { status, count } of groups) counts[status] += count;
  return counts;
}

/** Each model and arm once, in the order given. */
export function groupsIn(groups: readonly Pick<GroupCount, "versionId" | "arm">[]) {
  const once = new Map(groups.map(({ versionId, arm }) => [`${versionId} ${arm}`, { versionId, arm }]));
  return [...once.values()];
}
