"use client";
import { HoverProvider } from "@/components/charts/hover/use-hover";
import { Discussion } from "@/components/comments/discussion";
import { isMissing, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { ObjectTitle } from "@/components/objects/rename";
import { TagEditor } from "@/components/objects/tag-editor";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { Problem } from "@/components/ui/problem";
import { When } from "@/components/ui/when";
import type { ObjectState } from "@/contracts/comment";
import { type ComparisonSummary, queryOf } from "@/contracts/comparison";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo, useState, type ReactNode } from "react";
import { AddGroupsDialog } from "./add-groups/add-groups-dialog";
import { BodySkeleton } from "./body-skeleton";
import { ComparisonActions } from "./comparison-actions";
import { ComparisonBody } from "./comparison-body";
import { ComparisonTabs } from "./comparison-tabs";
import { addGroups } from "./edits";
import { emptyState, encodeState, type PageState } from "./state";
import { tabs } from "./tabs";
import { useComparisonState } from "./use-comparison-state";
import { useComparisonView } from "./use-comparison-view";

interface Props {
  lab: string;
  /** Id of the saved comparison that is open; null for one that is not saved. */
  saved: string | null;
  mayEdit: boolean;
}

export function ComparisonPage({ lab, saved, mayEdit }: Props) {
  const trpc = useTRPC();
  const list = useQuery(trpc.comparisons.list.queryOptions({ lab, limit: tabs }));
  const one = useQuery(trpc.comparisons.get.queryOptions(saved ? { lab, id: saved } : skipToken));
  return (
    <>
      <ComparisonTabs
        lab={lab}
        saved={tabsWith(list.data?.rows ?? [], one.data)}
        open={saved}
        total={list.data?.total ?? 0}
      />
      {saved && !one.data ? (
        one.isError ? (
          <Problem
            title={
              isMissing(one.error)
                ? "There is no such comparison in this lab."
                : "Could not read this comparison."
            }
            action={<Button onClick={() => void one.refetch()}>Try again</Button>}
          >
            {said(one.error)}
          </Problem>
        ) : (
          <BodySkeleton />
        )
      ) : (
        <Comparison key={saved} lab={lab} saved={saved ? one.data! : null} mayEdit={mayEdit} />
      )}
    </>
  );
}

/** The open one has a tab of its own, also where the others left no room for it. */
const tabsWith = (listed: readonly ComparisonSummary[], open: ComparisonSummary | undefined) =>
  open && !listed.some(({ id }) => id === open.id) ? [...listed, open] : listed;

function Comparison({
  lab,
  saved,
  mayEdit,
}: {
  lab: string;
  saved: ComparisonSummary | null;
  mayEdit: boolean;
}) {
  // the base keeps its identity while the saved state says the same
  const savedText = saved ? JSON.stringify(saved.state) : null;
  const base = useMemo(
    () => (savedText ? (JSON.parse(savedText) as ComparisonSummary["state"]) : emptyState),
    [savedText],
  );
  const controls = useComparisonState(base);
  const { state, push, hover, changed } = controls;
  const [adding, setAdding] = useState(false);
  const page = (
    <>
      <PageHead
        title={
          saved ? (
            <ObjectTitle
              lab={lab}
              object={{ kind: "comparison", id: saved.id }}
              name={saved.name}
              mayEdit={mayEdit}
            />
          ) : (
            "New comparison"
          )
        }
        tags={
          saved && (
            <TagEditor
              lab={lab}
              object={{ kind: "comparison", id: saved.id }}
              tags={saved.tags}
              mayEdit={mayEdit}
            />
          )
        }
        facts={[
          saved && <Name key="author" name={saved.author} />,
          saved && <When key="when" date={saved.updatedAt} />,
          saved && changed && "changed, not saved",
        ]}
        actions={<ComparisonActions lab={lab} saved={saved} controls={controls} mayEdit={mayEdit} />}
      />
      {saved?.notes && <p className="mb-4 max-w-[72ch] whitespace-pre-wrap">{saved.notes}</p>}
      {state.groups.length === 0 ? (
        <EmptyState
          title="No group is chosen yet."
          action={
            <Button look="primary" onClick={() => setAdding(true)}>
              Add groups
            </Button>
          }
        >
          Choose arms of experiments and recordings; they stand side by side on the same axes.
        </EmptyState>
      ) : (
        <ComparisonBody lab={lab} controls={controls} onAdd={() => setAdding(true)} />
      )}
      <AddGroupsDialog
        lab={lab}
        open={adding}
        onOpenChange={setAdding}
        present={state.groups}
        onAdd={(added) => push((now) => addGroups(now, added))}
      />
    </>
  );
  return (
    <HoverProvider value={hover}>
      {saved ? (
        <Discussed lab={lab} saved={saved} base={base} state={state}>
          {page}
        </Discussed>
      ) : (
        page
      )}
    </HoverProvider>
  );
}

/** Comments belong to the saved comparison; each remembers the groups and engine that its author looked at. */
function Discussed({
  lab,
  saved,
  base,
  state,
  children,
}: {
  lab: string;
  saved: ComparisonSummary;
  base: PageState;
  state: PageState;
  children: ReactNode;
}) {
  const { view } = useComparisonView(lab, state);
  const engines = view?.engineVersions;
  const shown = useMemo(
    () => ({
      ...{ version: null, engines: engines ?? [] },
      query: state.groups.length > 0 ? queryOf(state) : null,
    }),
    [state, engines],
  );
  const asSeen = ({ query }: ObjectState) =>
    query &&
    `/lab/${lab}/compare/${saved.id}?${encodeState({ ...base, windows: undefined, relative: undefined, ...query }, base)}`;
  return (
    <Discussion lab={lab} kind="comparison" id={saved.id} shown={shown} asSeen={asSeen}>
      {children}
    </Discussion>
  );
}
