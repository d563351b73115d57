import type { RunCell } from "@/contracts/experiment";
import clsx from "clsx";
import Link from "next/link";
import { memo } from "react";
import { sayCell } from "./say-cell";

const looks: Record<RunCell["status"], string> = {
  queued: "border-line bg-paper",
  running: "border-accent bg-paper",
  done: "border-accent bg-accent forced-colors:bg-[Highlight]",
  failed: "border-danger bg-danger-wash",
  cancelled: "border-line bg-sunken",
};

/** One run as a box that fills from below while it advances. Failed and cancelled also differ by their mark. */
export const RunBox = memo(function RunBox({
  cell,
  lab,
  tabbable,
}: {
  cell: RunCell;
  lab: string;
  tabbable: boolean;
}) {
  const { status, trials, trialsDone } = cell;
  return (
    <Link
      href={`/lab/${lab}/runs/${cell.id}`}
      prefetch={false}
      aria-label={sayCell(cell)}
      data-cell={cell.id}
      tabIndex={tabbable ? 0 : -1}
      className={clsx("relative block size-6 overflow-hidden rounded-sm border", looks[status])}
    >
      {status === "running" && (
        <span
          aria-hidden
          className="absolute inset-x-0 bottom-0 bg-accent opacity-60 forced-colors:bg-[Highlight]"
          style={{ height: `${Math.round((100 * trialsDone) / Math.max(1, trials))}%` }}
        />
      )}
      {(status === "failed" || status === "cancelled") && (
        <span
          aria-hidden
          className={clsx(
            "absolute inset-0 flex items-center justify-center text-base leading-none",
            status === "failed" ? "font-bold text-danger" : "text-muted",
          )}
        >
          {status === "failed" ? "×" : "–"}
        </span>
      )}
    </Link>
  );
});
