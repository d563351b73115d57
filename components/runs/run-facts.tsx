"use client";
import { Badge } from "@/components/ui/badge";
import { When } from "@/components/ui/when";
import type { RunDetail } from "@/contracts/run";
import type { ReactNode } from "react";

/** What makes the run what it is, and when it was computed. */
export function RunFacts({ detail }: { detail: RunDetail }) {
  const { subject } = detail;
  const took =
    detail.startedAt && detail.finishedAt
      ? `${((detail.finishedAt.getTime() - detail.startedAt.getTime()) / 1000).toFixed(1)} s`
      : null;
  const facts: [string, ReactNode][] = [
    ["Seed", detail.seed],
    ["Population", subject.population],
    ["Rank", `${subject.rank} of 500`],
    ["tau_trans", Number(subject.tauTrans.toPrecision(6))],
    ["Repetition", detail.repetition],
    ["Trials", detail.trials],
    ...(detail.history ? [["Order of trials", detail.history.source] as [string, ReactNode]] : []),
    ["Traces kept as", `${detail.traceBinMs} ms bin means`],
    ["Engine version", <Hash key="engine" text={detail.engineVersion} />],
    ["Spec hash", <Hash key="spec" text={detail.specHash} />],
    ["Result hash", detail.resultHash ? <Hash key="result" text={detail.resultHash} /> : "none yet"],
    ["Attempts", detail.attempts],
    ["Queued", <When exact key="queued" date={detail.createdAt} />],
    ["Started", detail.startedAt ? <When exact key="started" date={detail.startedAt} /> : "not yet"],
    ["Finished", detail.finishedAt ? <When exact key="finished" date={detail.finishedAt} /> : "not yet"],
    ["Duration", took ?? "not known yet"],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-2 font-semibold">
        What it was computed from
      </h2>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      {detail.recomputation > 0 && (
        <p className="mt-2">
          <Badge>recomputation {detail.recomputation}</Badge>
        </p>
      )}
    </section>
  );
}

const Hash = ({ text }: { text: string }) => <code className="font-mono text-sm">{text}</code>;
