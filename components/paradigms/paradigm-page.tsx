"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { Discussion } from "@/components/comments/discussion";
import { nextPage } from "@/components/list/list-state";
import { QueryState } from "@/components/list/query-state";
import { ParameterTable } from "@/components/parameters/parameter-table";
import { useTRPC } from "@/components/providers/trpc";
import { TrashButton } from "@/components/trash/trash-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { When } from "@/components/ui/when";
import { DifferenceTable } from "@/components/versions/difference-table";
import { VersionsAside } from "@/components/versions/versions-aside";
import { paradigmParameters, valuesOf } from "@/engine/paradigms/declaration";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ArmsTable } from "./arms-table";
import { differences } from "./differences";
import { Timeline } from "./timeline";

/** One paradigm at one version; beside it what changed and where it came from. */
export function ParadigmPage({
  lab,
  paradigm,
  number,
  against,
  mayEdit,
}: {
  lab: string;
  paradigm: string;
  number: number | null;
  against: number | null;
  mayEdit: boolean;
}) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm, version: number, against }),
  );
  const history = useInfiniteQuery(
    trpc.paradigms.history.infiniteQueryOptions(
      { lab, paradigmId: paradigm, limit: 20 },
      { getNextPageParam: nextPage },
    ),
  );
  const base = `/lab/${lab}/paradigms/${paradigm}`;
  return (
    <QueryState query={query} what="this paradigm">
      {({ name, shown: version, before }) => {
        const { spec, hash, notes, forkedFrom } = version;
        return (
          <Discussion
            lab={lab}
            kind="paradigm"
            id={paradigm}
            version={version.number}
            asSeen={(seen) => (seen.version === null ? null : `${base}?version=${seen.version}`)}
          >
            <PageHead
              crumbs={[{ label: "Paradigms", href: `/lab/${lab}/paradigms` }]}
              title={name}
              badge={<Badge tone="strong">v{version.number}</Badge>}
              facts={[
                <Name key="author" name={version.author} />,
                <When key="when" date={version.createdAt} />,
                `hash ${hash.slice(0, 16)}`,
                forkedFrom && (
                  <>
                    forked from <Name name={forkedFrom.paradigmName} /> v{forkedFrom.number}
                  </>
                ),
              ]}
              actions={
                <>
                  {mayEdit && (
                    <ButtonLink
                      data-new=""
                      look="primary"
                      href={`/lab/${lab}/experiments/new?paradigm=${version.id}`}
                    >
                      New experiment
                    </ButtonLink>
                  )}
                  <DiscussButton />
                  {mayEdit && (
                    <>
                      <ButtonLink href={`${base}/versions/new?from=${version.number}`}>
                        New version
                      </ButtonLink>
                      <ButtonLink href={`/lab/${lab}/paradigms/new?from=${version.id}`}>Fork</ButtonLink>
                    </>
                  )}
                  <TrashButton lab={lab} object={{ kind: "paradigm", id: paradigm }} name={name} />
                </>
              }
            />
            <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
              <div className="flex min-w-0 flex-col gap-8">
                <section aria-labelledby="task" className="flex flex-col gap-2">
                  <h2 id="task" className="font-semibold">
                    Task
                  </h2>
                  <p className="max-w-prose">{spec.meaning}</p>
                  {notes && <p className="max-w-prose whitespace-pre-wrap">{notes}</p>}
                  <p className="max-w-prose text-sm text-muted">{spec.citation}</p>
                  <Timeline paradigm={spec} />
                </section>
                <section aria-labelledby="arms">
                  <h2 id="arms" className="mb-2 font-semibold">
                    Arms
                  </h2>
                  <ArmsTable paradigm={spec} />
                </section>
                <section aria-labelledby="values">
                  <h2 id="values" className="mb-2 font-semibold">
                    Values
                  </h2>
                  <ParameterTable
                    label="Values"
                    declared={paradigmParameters}
                    values={valuesOf(spec)}
                    usual={null}
                  />
                </section>
              </div>
              <VersionsAside
                base={base}
                history={history}
                shown={version.number}
                before={before && before.number}
                difference={
                  before && (
                    <DifferenceTable
                      before={`v${before.number}`}
                      after={`v${version.number}`}
                      rows={differences(before.spec, spec)}
                    />
                  )
                }
              />
            </div>
          </Discussion>
        );
      }}
    </QueryState>
  );
}
