"use client";
import type { ExperimentDetail } from "@/contracts/experiment";
import Link from "next/link";

/** Failures by reason: ten runs with one reason are one line. */
export function FailedRuns({ lab, detail }: { lab: string; detail: ExperimentDetail }) {
  const failed = detail.cells.filter(({ status }) => status === "failed");
  if (failed.length === 0) return null;
  const reasons = [...new Set(failed.map(({ error }) => error ?? "No reason was given."))];
  return (
    <div className="rounded border border-danger bg-danger-wash p-3">
      <h3 className="font-medium text-danger">{failed.length} failed</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {reasons.map((reason) => {
          const those = failed.filter(({ error }) => (error ?? "No reason was given.") === reason);
          return (
            <li key={reason}>
              <p className="break-words">{reason}</p>
              <p className="flex flex-wrap gap-x-3 text-sm">
                {those.slice(0, 12).map((run) => (
                  <Link key={run.id} href={`/lab/${lab}/runs/${run.id}`} className="underline">
                    {run.arm}, {run.subjectKey}, repetition {run.repetition}
                  </Link>
                ))}
                {those.length > 12 && <span className="text-muted">and {those.length - 12} more</span>}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
