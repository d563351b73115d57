"use client";
import { useNotes } from "@/components/charts/notes/notes";
import { said } from "@/components/list/said";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { useCallback, useDeferredValue } from "react";
import { FiguresSkeleton } from "./body-skeleton";
import { zoomAxis } from "./edits";
import { FigureGrid } from "./figure-grid";
import { GroupList } from "./groups/group-list";
import { GroupsDrawer } from "./groups/groups-drawer";
import { NumbersTable } from "./numbers-table";
import { ReadingBar, ReadingBox } from "./reading-box";
import { Toolbar } from "./toolbar/toolbar";
import type { ComparisonControls } from "./use-comparison-state";
import { useComparisonView, useGroups } from "./use-comparison-view";
import { useFigures } from "./use-figures";

export function ComparisonBody({
  lab,
  controls,
  onAdd,
}: {
  lab: string;
  controls: ComparisonControls;
  onAdd: () => void;
}) {
  const { state, push, replace } = controls;
  const { query, view } = useComparisonView(lab, state);
  const mayNote = useNotes()?.mayBegin ?? false;
  const groups = useGroups(state, view);
  // controls answer at once; the figures follow when they are drawn
  const drawn = useDeferredValue(state);
  const { planned, figures, look, thinTraces, toggleThin } = useFigures(
    lab,
    drawn,
    view,
    useGroups(drawn, view),
  );
  const onZoom = useCallback(
    (axis: string, range: { from: number; to: number } | null) =>
      replace((now) => zoomAxis(now, axis, range)),
    [replace],
  );
  const list = (
    <GroupList
      state={state}
      groups={groups}
      encodings={look.encodings}
      push={push}
      onAdd={onAdd}
      loading={query.isFetching}
    />
  );
  return (
    <>
      <Toolbar state={state} push={push} planned={planned} />
      <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="lg:hidden">
          <GroupsDrawer count={state.groups.length}>{list}</GroupsDrawer>
        </div>
        <aside aria-label="Groups and reading" className="hidden flex-col self-stretch lg:flex">
          <div className="sticky top-14 max-h-[calc(100dvh-4rem)] overflow-y-auto pb-4">
            {list}
            <p className="pt-3 text-sm text-muted">
              Move over a figure to read it: every panel on that axis shows the same place. Click to keep it,
              drag to zoom, or use the arrow keys.
              {mayNote && " C comments on what you read, Shift and drag on a window."}
            </p>
          </div>
          <div className="flex-1" />
          <ReadingBox figures={figures} />
        </aside>
        <div
          className="flex min-w-0 flex-col gap-8"
          aria-busy={query.isFetching && query.isPlaceholderData ? true : undefined}
        >
          {query.isError && (
            <Problem
              title="Could not read the numbers of this comparison."
              action={<Button onClick={() => void query.refetch()}>Try again</Button>}
            >
              {said(query.error)} If a group is gone, remove it from the list.
            </Problem>
          )}
          {view ? (
            <>
              <FigureGrid
                figures={figures}
                state={drawn}
                push={push}
                onZoom={onZoom}
                thinTraces={thinTraces}
                toggleThin={toggleThin}
              />
              <NumbersTable view={view} look={look} state={drawn} />
            </>
          ) : (
            !query.isError && <FiguresSkeleton />
          )}
        </div>
      </div>
      <ReadingBar figures={figures} />
    </>
  );
}
