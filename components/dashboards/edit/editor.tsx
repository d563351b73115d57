"use client";
import { createHoverStore } from "@/components/charts/hover/hover-store";
import { HoverProvider } from "@/components/charts/hover/use-hover";
import { useTRPC, type Outputs } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";
import { boundPanel, valuesOf } from "@/contracts/dashboard-variables";
import type { DashboardDocument, Panel } from "@/contracts/dashboard";
import type { PanelData } from "@/contracts/dashboard-panel";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { numberReferences } from "../cited";
import { inReadingOrder } from "../grid/layout";
import { PanelGrid } from "../grid/panel-grid";
import { PanelView } from "../panel-view";
import { definitionOf, panelWords } from "../panels/registry";
import { ReadingPlace } from "../reading";
import { ReferenceList } from "../references/reference-list";
import { VariableBar } from "../variables/variable-bar";
import { ConflictDialog } from "./conflict-dialog";
import * as edits from "./edits";
import { EditorHead } from "./editor-head";
import { PanelDialog } from "./panel-dialog";
import { PanelFrame } from "./panel-frame";
import { ReferencesDialog } from "./references-dialog";
import { useArranging } from "./use-arranging";
import { useDraft } from "./use-draft";
import { useUndoKeys } from "./use-undo-keys";
import { VariablesDialog } from "./variables-dialog";

const nothing: Readonly<Record<string, PanelData>> = {};

/** Everything that a dashboard is made of, arranged and changed in place; the draft saves by itself. */
export function Editor({ lab, first }: { lab: string; first: Outputs["dashboards"]["draft"] }) {
  const { dashboard } = first;
  const { state, keeper } = useDraft(lab, dashboard.id, first);
  const { present: document } = state;
  const toast = useToast();
  const [dialog, setDialog] = useState<"add" | "variables" | "references" | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  const [hover] = useState(() => createHoverStore());
  const grid = useRef<HTMLDivElement>(null);
  useUndoKeys(keeper);

  const values = useMemo(() => valuesOf(document.variables, {}), [document.variables]);
  const bound = useMemo(
    () => new Map(document.panels.map((panel) => [panel.id, boundPanel(panel, values)])),
    [document.panels, values],
  );
  const data = usePanelData(lab, document.panels, bound);
  const cited = useMemo(
    () => new Map(numberReferences(document).map(({ reference, number }) => [reference.key, number])),
    [document],
  );
  const change = useCallback(
    (edit: (now: DashboardDocument) => DashboardDocument) => keeper.change(edit),
    [keeper],
  );
  const arrange = useCallback(
    (panels: Panel[]) => change((now) => ({ ...now, panels: inReadingOrder(panels) })),
    [change],
  );
  const { arranging, arranged, said, handle, stepOnce } = useArranging(document.panels, grid, arrange);
  const remove = (panel: Panel) => {
    change((now) => edits.removePanel(now, panel.id));
    toast({ title: `“${panel.title || panelWords(panel.content)}” is removed.`, undo: () => keeper.undo() });
  };
  const changed = document.panels.find(({ id }) => id === changing) ?? null;
  return (
    <HoverProvider value={hover}>
      <EditorHead lab={lab} dashboard={dashboard} state={state} keeper={keeper} onDialog={setDialog} />
      <VariableBar
        document={document}
        values={values}
        data={data}
        onChange={(name, value) => change((now) => edits.changeVariable(now, name, { value } as never))}
      />
      <ReadingPlace>
        {document.panels.length === 0 ? (
          <EmptyState
            title="Nothing stands here yet."
            action={
              <Button look="primary" onClick={() => setDialog("add")}>
                Add the first panel
              </Button>
            }
          >
            <p>
              Panels are charts, tables, mean traces, single runs, datasets and words. Move a panel by its
              handle, or with the handle in focus: Enter picks it up, arrow keys move it, Enter puts it down.
            </p>
            <p className="mt-2">
              Variables are controls at the head that set several panels at once: one measure, one band, one
              window of trials. The draft saves by itself; readers see what you save as a version.
            </p>
          </EmptyState>
        ) : (
          <PanelGrid ref={grid} panels={document.panels} arranged={arranged}>
            {(panel) => {
              const name = panel.title || panelWords(panel.content);
              return (
                <PanelFrame
                  panel={panel}
                  variables={document.variables}
                  lifted={arranging?.id === panel.id}
                  move={handle(panel.id, "move", name)}
                  resize={handle(panel.id, "resize", name)}
                  onChange={() => setChanging(panel.id)}
                  onDuplicate={() => change((now) => edits.duplicatePanel(now, panel.id))}
                  onRemove={() => remove(panel)}
                  onStep={(step) => stepOnce(panel.id, step)}
                >
                  <PanelView
                    lab={lab}
                    panel={panel}
                    bound={bound.get(panel.id)!}
                    data={data[panel.id]}
                    cited={cited}
                  />
                </PanelFrame>
              );
            }}
          </PanelGrid>
        )}
      </ReadingPlace>
      <div className="mt-8">
        <ReferenceList document={document} />
      </div>
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
      <PanelDialog
        lab={lab}
        document={document}
        panel={null}
        open={dialog === "add"}
        onOpenChange={(open) => setDialog(open ? "add" : null)}
        onDone={(draft) => {
          const { size } = definitionOf(draft.content.kind);
          change((now) => edits.addPanel(now, { ...draft, place: { x: freeColumn(now, size.w), ...size } }));
        }}
      />
      <PanelDialog
        key={changed?.id ?? "none"}
        lab={lab}
        document={document}
        panel={changed}
        open={changed !== null}
        onOpenChange={(open) => !open && setChanging(null)}
        onDone={(draft) => changed && change((now) => edits.changePanel(now, changed.id, draft))}
      />
      <VariablesDialog
        document={document}
        open={dialog === "variables"}
        onOpenChange={(open) => setDialog(open ? "variables" : null)}
        change={change}
      />
      <ReferencesDialog
        document={document}
        open={dialog === "references"}
        onOpenChange={(open) => setDialog(open ? "references" : null)}
        change={change}
      />
      {state.conflict && (
        <ConflictDialog
          base={state.synced.document}
          mine={document}
          theirs={state.conflict}
          onChoose={keeper.settle}
        />
      )}
    </HoverProvider>
  );
}

/** Beside the last panel where it fits, else at the left. */
function freeColumn({ panels }: DashboardDocument, w: number): number {
  const last = panels.at(-1)?.place;
  return last && last.x + last.w + w <= 12 ? last.x + last.w : 0;
}

type Bound = ReadonlyMap<string, ReturnType<typeof boundPanel>>;

/** Data of what the draft shows, also of what no version has yet. Moving a panel and writing words ask for nothing. */
function usePanelData(
  lab: string,
  panels: readonly Panel[],
  bound: Bound,
): Readonly<Record<string, PanelData>> {
  const trpc = useTRPC();
  const asked = panels
    .flatMap(({ id }) => {
      const { content } = bound.get(id)!;
      return content.kind === "text" ? [] : [{ id, content }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const query = useQuery(
    trpc.dashboards.resolve.queryOptions(asked.length > 0 ? { lab, panels: asked } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  return query.data ?? nothing;
}
