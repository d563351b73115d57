"use client";
import { createHoverStore } from "@/components/charts/hover/hover-store";
import { HoverProvider } from "@/components/charts/hover/use-hover";
import { useQueryText } from "@/components/list/use-query-text";
import { Discussion } from "@/components/comments/discussion";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { TrashNotice } from "@/components/trash/trash-notice";
import { useShare } from "@/components/sharing/share-context";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { When } from "@/components/ui/when";
import { type DashboardView, portionAt } from "@/contracts/dashboard";
import { boundPanel } from "@/contracts/dashboard-variables";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo, useState } from "react";
import { NearSection, useLaterPanels, WhenDiscussed } from "./later-panels";
import { numberReferences } from "./cited";
import { DashboardActions } from "./dashboard-actions";
import { PanelGrid } from "./grid/panel-grid";
import { PanelTalk } from "./panel-talk";
import { PanelView } from "./panel-view";
import { panelWords } from "./panels/registry";
import { ReadingPlace } from "./reading";
import { ReferenceList } from "./references/reference-list";
import { useAsked, useVariables } from "./use-variables";
import { VariableBar } from "./variables/variable-bar";

/** The figures of other panels are talked about where they stand. */
const withoutFigures: ReadonlySet<string> = new Set(["text", "table", "dataset"]);

export function DashboardPage({
  lab,
  dashboard,
  version,
  mayEdit,
}: {
  lab: string;
  dashboard: string;
  /** Null is the latest. */
  version: number | null;
  mayEdit: boolean;
}) {
  const trpc = useTRPC();
  const [query, write] = useQueryText();
  const [asked, tell] = useAsked(query);
  const question = { lab, id: dashboard, version, values: asked };
  const view = useQuery(
    trpc.dashboards.view.queryOptions(
      { ...question, part: portionAt(0) },
      { placeholderData: keepPreviousData },
    ),
  );
  const later = useLaterPanels(question, view.data?.document);
  tell(view.data?.document);
  return (
    <QueryState query={view} what="this dashboard">
      {(shown) => (
        <Shown
          lab={lab}
          view={shown}
          data={{ ...shown.data, ...later.data }}
          onNear={later.onNear}
          query={query}
          write={write}
          busy={view.isPlaceholderData || later.isBusy}
          mayEdit={mayEdit}
        />
      )}
    </QueryState>
  );
}

function Shown({
  lab,
  view,
  data,
  onNear,
  query,
  write,
  busy,
  mayEdit,
}: {
  lab: string;
  view: DashboardView;
  data: DashboardView["data"];
  /** Somebody comes near a panel, or needs all of them. */
  onNear: (panel: string | "all") => void;
  query: string;
  write: ReturnType<typeof useQueryText>[1];
  busy: boolean;
  mayEdit: boolean;
}) {
  const { dashboard, version, document } = view;
  const [values, setValue] = useVariables(query, write, document);
  const [hover] = useState(() => createHoverStore());
  const bound = useMemo(
    () => new Map(document.panels.map((panel) => [panel.id, boundPanel(panel, values)])),
    [document, values],
  );
  const cited = useMemo(
    () => new Map(numberReferences(document).map(({ reference, number }) => [reference.key, number])),
    [document],
  );
  const base = `/lab/${lab}/dashboards/${dashboard.id}`;
  const share = useShare();
  const isLatest = version?.number === dashboard.latest.number;
  return (
    <Discussion
      lab={lab}
      kind="dashboard"
      id={dashboard.id}
      version={version?.number}
      // a lab that it is shared with reads the latest version alone
      asSeen={(seen) => (seen.version === null || share ? null : `${base}?version=${seen.version}`)}
    >
      <HoverProvider value={hover}>
        <WhenDiscussed onOpen={() => onNear("all")} />
        {dashboard.trashedAt && <TrashNotice lab={lab} object={{ kind: "dashboard", id: dashboard.id }} />}
        <PageHead
          crumbs={[{ label: "Dashboards", href: `/lab/${lab}/dashboards` }]}
          title={dashboard.name}
          badge={
            <>
              {version && <span className="text-muted">v{version.number}</span>}
              {!isLatest && <Badge>not the latest</Badge>}
            </>
          }
          facts={[
            version?.author ?? "Phasic",
            version && <When key="when" date={version.createdAt} />,
            version?.message,
            ...dashboard.tags,
            mayEdit && dashboard.draft.differs && (
              <Link key="draft" href={`${base}/edit`} className="text-accent underline">
                the draft has changes that are not saved as a version
              </Link>
            ),
          ]}
          actions={<DashboardActions lab={lab} dashboard={dashboard} mayEdit={mayEdit} />}
        />
        <VariableBar document={document} values={values} data={data} onChange={setValue} />
        <ReadingPlace>
          {document.panels.length === 0 ? (
            <EmptyState
              title="This dashboard has no panel yet."
              action={mayEdit && <ButtonLink href={`${base}/edit`}>Add panels</ButtonLink>}
            >
              Charts, tables, mean traces, single runs, datasets and words can stand here.
            </EmptyState>
          ) : (
            <div aria-busy={busy || undefined}>
              <PanelGrid panels={document.panels}>
                {(panel) => (
                  <NearSection
                    id={`panel-${panel.id}`}
                    onNear={data[panel.id] ? null : () => onNear(panel.id)}
                    className="flex min-w-0 scroll-mt-16 flex-col gap-2"
                    data-panel={panel.content.kind}
                  >
                    <PanelView
                      lab={lab}
                      panel={panel}
                      bound={bound.get(panel.id)!}
                      data={data[panel.id]}
                      cited={cited}
                    />
                    {withoutFigures.has(panel.content.kind) && (
                      <PanelTalk
                        panel={panel.id}
                        title={`the panel “${panel.title || panelWords(bound.get(panel.id)!.content)}”`}
                      />
                    )}
                  </NearSection>
                )}
              </PanelGrid>
            </div>
          )}
        </ReadingPlace>
        <div className="mt-8">
          <ReferenceList document={document} />
        </div>
      </HoverProvider>
    </Discussion>
  );
}
