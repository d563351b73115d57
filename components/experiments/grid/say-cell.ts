import type { RunCell } from "@/contracts/experiment";

/** A cell in words: what a screen reader hears and what stands below the grid. */
export function sayCell(cell: RunCell): string {
  const where = `${cell.subjectKey}, repetition ${cell.repetition}`;
  if (cell.status === "failed") return `${where}: failed. ${cell.error ?? "No reason was given."}`;
  if (cell.status === "running") return `${where}: running, ${cell.trialsDone} of ${cell.trials} trials`;
  return `${where}: ${cell.status === "queued" ? "waiting" : cell.status}`;
}
