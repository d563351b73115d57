"use client";
import { duration } from "@/components/experiments/duration";
import { Discussion } from "@/components/comments/discussion";
import { QueryState } from "@/components/list/query-state";
import { ParameterTable } from "@/components/models/parameter-table";
import { useTRPC } from "@/components/providers/trpc";
import { RoleMark } from "@/components/theories/role-mark";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead } from "@/components/ui/page-head";
import { Problem } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import type { RunDetail } from "@/contracts/run";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Recomputations } from "./recomputations";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import { RunFiguresView } from "./run-figures";

export function RunPage({ lab, run, mayRun }: { lab: string; run: string; mayRun: boolean }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.get.queryOptions(
      { lab, run },
      { refetchInterval: ({ state }) => (state.data && active(state.data) ? 3000 : false) },
    ),
  );
  return (
    <Discussion lab={lab} kind="run" id={run}>
      <QueryState query={query} what="this run">
        {(detail) => (
          <>
            <Head lab={lab} detail={detail} mayRun={mayRun} />
            <div className="flex flex-col gap-8">
              {detail.status === "failed" && (
                <Problem title="This run failed.">
                  {detail.error ?? "No reason was given."} Its log is below; retry when the cause is gone.
                </Problem>
              )}
              {active(detail) && <Advance detail={detail} />}
              {detail.status === "done" && <RunFiguresView lab={lab} detail={detail} />}
              <section aria-labelledby="reproduce" className="flex flex-col gap-2">
                <h2 id="reproduce" className="font-semibold">
                  Reproduce it
                </h2>
                <p className="max-w-prose text-muted">
                  In a clone of Phasic with the same engine version this gives the same bits, without a
                  server.
                </p>
                <div className="flex flex-wrap items-start gap-2">
                  <pre
                    tabIndex={0}
                    className="max-h-40 min-w-0 flex-1 overflow-auto rounded border border-line bg-wash p-2 font-mono text-sm whitespace-pre-wrap break-all"
                  >
                    {detail.command}
                  </pre>
                  <CopyButton text={detail.command} label="Copy the command" />
                </div>
              </section>
              <Recomputations lab={lab} detail={detail} mayRun={mayRun} />
              <div className="grid gap-8 xl:grid-cols-[24rem_minmax(0,1fr)]">
                <RunFacts detail={detail} />
                <section aria-labelledby="parameters" className="min-w-0">
                  <h2 id="parameters" className="mb-2 font-semibold">
                    Parameters
                  </h2>
                  <ParameterTable version={detail.model} />
                </section>
              </div>
              <section aria-labelledby="log">
                <h2 id="log" className="mb-2 font-semibold">
                  Log
                </h2>
                <pre
                  tabIndex={0}
                  className="max-h-64 overflow-auto rounded border border-line bg-wash p-2 font-mono text-sm whitespace-pre-wrap"
                >
                  {detail.log || "Nothing was logged yet."}
                </pre>
              </section>
            </div>
          </>
        )}
      </QueryState>
    </Discussion>
  );
}

const active = ({ status }: RunDetail) => status === "queued" || status === "running";
const words = {
  queued: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

function Head({ lab, detail, mayRun }: { lab: string; detail: RunDetail; mayRun: boolean }) {
  const { model, arm, subjectKey, repetition, experiments, paradigm } = detail;
  const newest = experiments[0];
  return (
    <PageHead
      crumbs={[
        { label: "Experiments", href: `/lab/${lab}/experiments` },
        ...(newest ? [{ label: newest.name, href: `/lab/${lab}/experiments/${newest.id}` }] : []),
      ]}
      title={`${model.modelName} v${model.number}, ${arm.title}, ${subjectKey}, repetition ${repetition}`}
      badge={
        <Badge tone={detail.status === "failed" ? "danger" : "strong"}>
          {words[detail.status]}
          {detail.recomputation > 0 && `, recomputation ${detail.recomputation}`}
        </Badge>
      }
      facts={[
        <RoleMark key="role" theory={model.theory} role={model.role} />,
        `${paradigm.name} v${paradigm.number}, ${detail.trials} trials`,
        `seed ${detail.seed}`,
        detail.cpuMs !== null && `${duration(detail.cpuMs / 1000)} of CPU`,
        <Link
          key="model"
          className="underline"
          href={`/lab/${lab}/models/${model.modelId}?version=${model.number}`}
        >
          model
        </Link>,
      ]}
      actions={<RunActions lab={lab} detail={detail} mayRun={mayRun} />}
    />
  );
}

function Advance({ detail }: { detail: RunDetail }) {
  const share = detail.trials > 0 ? detail.trialsDone / detail.trials : 0;
  return (
    <div role="status" className="max-w-xl">
      <p className="mb-1">
        {detail.status === "queued"
          ? "Waiting for a worker."
          : `${detail.trialsDone} of ${detail.trials} trials. Figures appear when the run is done.`}
      </p>
      <Progress value={share} label="Trials done" />
    </div>
  );
}
