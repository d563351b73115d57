"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { Discussion } from "@/components/comments/discussion";
import { recordingHref } from "@/components/experiments/compare-href";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { ObjectTitle } from "@/components/objects/rename";
import { TagEditor } from "@/components/objects/tag-editor";
import { ShareButton } from "@/components/sharing/share-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { Problem } from "@/components/ui/problem";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";
import { DatasetActions } from "./dataset-actions";
import { ExportMenu } from "./export-menu";
import { ImportBadge } from "./import-badge";
import { MeanTrace } from "./mean-trace";
import { Provenance } from "./provenance";
import { SubjectTable } from "./subject-table";

export function DatasetPage({ lab, dataset, mayEdit }: { lab: string; dataset: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.datasets.get.queryOptions(
      { lab, datasetId: dataset },
      { refetchInterval: ({ state }) => (state.data && onItsWay(state.data.latest.status) ? 3000 : false) },
    ),
  );
  return (
    <QueryState query={query} what="this dataset">
      {(detail) => {
        const { latest } = detail;
        return (
          <Discussion lab={lab} kind="dataset" id={dataset} version={latest.number}>
            <PageHead
              crumbs={[{ label: "Datasets", href: `/lab/${lab}/datasets` }]}
              title={
                <ObjectTitle
                  lab={lab}
                  object={{ kind: "dataset", id: detail.id }}
                  name={detail.name}
                  mayEdit={mayEdit}
                />
              }
              tags={
                <TagEditor
                  lab={lab}
                  object={{ kind: "dataset", id: detail.id }}
                  tags={detail.tags}
                  mayEdit={mayEdit}
                />
              }
              badge={
                <>
                  <span className="text-muted">v{latest.number}</span>
                  <ImportBadge status={latest.status} />
                  {latest.simulated && <Badge>simulated</Badge>}
                </>
              }
              facts={[
                `${latest.subjects} subjects, ${latest.sessions} sessions, ${latest.trials} trials`,
                latest.task,
                latest.licence,
                <Name key="author" name={latest.author} />,
                <When key="when" date={latest.createdAt} />,
              ]}
              actions={
                <>
                  {latest.status === "imported" && latest.groups.length > 0 && (
                    <ButtonLink look="primary" href={recordingHref(lab, latest.id, latest.groups)}>
                      Compare
                    </ButtonLink>
                  )}
                  <DiscussButton />
                  <ShareButton lab={lab} object={{ kind: "dataset", id: detail.id }} name={detail.name} />
                  {latest.status === "imported" && (
                    <ExportMenu lab={lab} version={latest.id} detail={detail} />
                  )}
                  {mayEdit && <DatasetActions lab={lab} detail={detail} />}
                </>
              }
            />
            <div className="flex flex-col gap-8">
              {latest.status === "refused" && (
                <Problem title="This recording was refused.">
                  {latest.problem ?? "No reason was given."} The file is kept: import it again with other
                  answers, or retry when the cause is gone.
                </Problem>
              )}
              {latest.status === "cancelled" && (
                <p role="status">This import was cancelled. Nothing of it is stored; the file is kept.</p>
              )}
              {onItsWay(latest.status) && (
                <p role="status">
                  {latest.status === "uploaded" ? "Waiting for a worker to read it." : "Being read now."} The
                  page shows it when it is done; you can leave meanwhile.
                </p>
              )}
              {latest.status === "imported" && latest.groups.length > 0 && (
                <MeanTrace lab={lab} detail={detail} />
              )}
              <div className="grid gap-8 xl:grid-cols-2">
                <SubjectTable
                  base={`/lab/${lab}/datasets/${detail.id}`}
                  subjects={detail.subjects}
                  signals={latest.signals.map(({ name }) => name)}
                />
                <Provenance lab={lab} detail={detail} />
              </div>
            </div>
          </Discussion>
        );
      }}
    </QueryState>
  );
}

const onItsWay = (status: string) => status === "uploaded" || status === "importing";
