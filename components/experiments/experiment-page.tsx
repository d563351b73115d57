"use client";
import { Discussion } from "@/components/comments/discussion";
import { QueryState } from "@/components/list/query-state";
import { ObjectTitle } from "@/components/objects/rename";
import { TagEditor } from "@/components/objects/tag-editor";
import { useTRPC } from "@/components/providers/trpc";
import { useShare } from "@/components/sharing/share-context";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { When } from "@/components/ui/when";
import type { ExperimentDetail, YokedTo } from "@/contracts/experiment";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { CountsBar, isOpen, totalOf } from "./counts";
import { duration } from "./duration";
import { ExperimentActions } from "./experiment-actions";
import { FailedRuns } from "./failed-runs";
import { RunGrid } from "./grid/run-grid";
import { GrowingCurves } from "./growing-curves";
import { metWords } from "./met-words";

export function ExperimentPage({
  lab,
  experiment,
  mayRun,
}: {
  lab: string;
  experiment: string;
  mayRun: boolean;
}) {
  const trpc = useTRPC();
  const share = useShare();
  const query = useQuery(
    trpc.experiments.get.queryOptions(
      { lab, experiment },
      // the time left is the server's to say; events move the cells in between
      { refetchInterval: ({ state }) => (state.data && isOpen(state.data.counts) ? 5000 : false) },
    ),
  );
  return (
    <Discussion lab={lab} kind="experiment" id={experiment}>
      <QueryState query={query} what="this experiment">
        {(detail) => (
          <>
            <PageHead
              crumbs={[{ label: "Experiments", href: `/lab/${lab}/experiments` }]}
              title={
                <ObjectTitle
                  lab={lab}
                  object={{ kind: "experiment", id: detail.id }}
                  name={detail.name}
                  mayEdit={mayRun}
                />
              }
              tags={
                <TagEditor
                  lab={lab}
                  object={{ kind: "experiment", id: detail.id }}
                  tags={detail.tags}
                  mayEdit={mayRun}
                />
              }
              facts={[
                `${detail.models.length} models x ${detail.arms.length} arms x ${detail.subjects.length} subjects x ${detail.repetitions} repetitions`,
                `${detail.paradigm.name} v${detail.paradigm.number}, ${trialsWords(detail)}`,
                `seed ${detail.seed}`,
                <Name key="author" name={detail.author} />,
                <When key="when" date={detail.createdAt} />,
              ]}
              actions={<ExperimentActions lab={lab} detail={detail} mayRun={mayRun} />}
            />
            {detail.notes && (
              <p className="mb-4 max-w-prose whitespace-pre-wrap text-muted">{detail.notes}</p>
            )}
            <div className="flex flex-col gap-8">
              {detail.yokedTo && <Followed lab={lab} yokedTo={detail.yokedTo} />}
              <section aria-labelledby="runs" className="flex flex-col gap-2">
                <h2 id="runs" className="font-semibold">
                  Runs
                </h2>
                <State detail={detail} />
                <RunGrid lab={lab} detail={detail} />
                {!share && (
                  <Link
                    href={`/lab/${lab}/experiments/${experiment}/runs`}
                    className="self-start text-accent underline"
                  >
                    All runs as a list
                  </Link>
                )}
                <FailedRuns lab={lab} detail={detail} />
              </section>
              <GrowingCurves lab={lab} detail={detail} />
            </div>
          </>
        )}
      </QueryState>
    </Discussion>
  );
}

function trialsWords({ cells, paradigm }: ExperimentDetail): string {
  const fewest = Math.min(...cells.map(({ trials }) => trials), paradigm.trials);
  return fewest < paradigm.trials ? `${fewest} to ${paradigm.trials} trials` : `${paradigm.trials} trials`;
}

/** Whose trials the subjects met. */
function Followed({ lab, yokedTo: { dataset, group, animals } }: { lab: string; yokedTo: YokedTo }) {
  return (
    <details>
      <summary>
        Each subject meets the trials of one animal
        {dataset && (
          <>
            {" of "}
            <Link href={`/lab/${lab}/datasets/${dataset.id}`} className="underline">
              {dataset.name} v{dataset.number}
            </Link>
          </>
        )}
        {group && `, group ${group}`}
      </summary>
      <ul className="mt-1 flex flex-col gap-1 pl-4 text-sm">
        {animals.map((one) => (
          <li key={one.subjectKey}>
            {one.subjectKey}: {one.animal}, {metWords(one)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function State({ detail }: { detail: ExperimentDetail }) {
  const total = totalOf(detail.counts);
  const left = detail.etaSeconds;
  return (
    <div role="status" className="flex flex-wrap items-end gap-x-6 gap-y-1">
      <div className="w-96 max-w-full">
        <CountsBar counts={detail.counts} />
      </div>
      <span className="text-sm text-muted">
        {total} runs
        {isOpen(detail.counts) &&
          `, ${left === null ? "time left not known yet" : `about ${duration(left)} left`}`}
        {!isOpen(detail.counts) && detail.counts.done === total && ", all done"}
      </span>
    </div>
  );
}
