import type { StatusCounts } from "@/contracts/experiment";

const order = ["done", "running", "queued", "failed", "cancelled"] as const;
const words: Record<(typeof order)[number], string> = {
  done: "done",
  running: "running",
  queued: "waiting",
  failed: "failed",
  cancelled: "cancelled",
};
const hues: Record<(typeof order)[number], string> = {
  done: "bg-accent forced-colors:bg-[Highlight]",
  running: "bg-accent opacity-50 forced-colors:bg-[Highlight]",
  queued: "bg-transparent",
  failed: "bg-danger forced-colors:bg-[CanvasText]",
  cancelled: "bg-line-strong opacity-50",
};

export const totalOf = (counts: StatusCounts) => order.reduce((sum, status) => sum + counts[status], 0);
export const isOpen = (counts: StatusCounts) => counts.queued + counts.running > 0;

/** "28 done · 2 running · 5 waiting · 1 failed": what is zero is left out. */
export function sayCounts(counts: StatusCounts): string {
  const said = order
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${words[status]}`);
  return said.length > 0 ? said.join(" · ") : "no runs";
}

export function CountsBar({ counts }: { counts: StatusCounts }) {
  const total = totalOf(counts);
  return (
    <div className="flex flex-col gap-0.5">
      <span className="text-sm whitespace-nowrap">{sayCounts(counts)}</span>
      <span aria-hidden className="flex h-1 w-full overflow-hidden rounded-full bg-sunken">
        {order.map((status) => (
          <span
            key={status}
            className={hues[status]}
            style={{ width: `${(100 * counts[status]) / Math.max(1, total)}%` }}
          />
        ))}
      </span>
    </div>
  );
}
