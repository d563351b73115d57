"use client";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { EmptyState } from "@/components/ui/empty-state";
import { MenuItem } from "@/components/ui/menu";
import clsx from "clsx";
import { memo } from "react";
import { isShown, type ShownFigure } from "./figures";
import type { PageState } from "./state";

interface Props {
  figures: readonly ShownFigure[];
  state: PageState;
  push: (edit: (state: PageState) => PageState) => void;
  onZoom: (axis: string, range: { from: number; to: number } | null) => void;
  thinTraces: ReadonlySet<string>;
  toggleThin: (axis: string) => void;
}

/** All shown figures. Traces take the full width, because their facets are nine. */
export function FigureGrid({ figures, state, push, onZoom, thinTraces, toggleThin }: Props) {
  if (figures.length === 0)
    return (
      <EmptyState title="No figure is chosen.">
        Choose what to show under “Figures” in the toolbar.
      </EmptyState>
    );
  const ids = figures.map(({ id }) => id);
  const hide = (id: string) =>
    push((now) => ({ ...now, panels: ids.filter((one) => one !== id && isShown(one, now.panels)) }));
  return (
    <div className="grid gap-x-8 gap-y-8 min-[1800px]:grid-cols-2">
      {figures.map((shown) => (
        <One
          key={shown.figure.key}
          shown={shown}
          zoomed={state.zoom?.[shown.figure.xAxis.key] !== undefined}
          onZoom={onZoom}
          thin={thinTraces.has(shown.panels[0].axis.key)}
          toggleThin={toggleThin}
          hide={hide}
        />
      ))}
    </div>
  );
}

const One = memo(
  function One({
    shown,
    zoomed,
    onZoom,
    thin,
    toggleThin,
    hide,
  }: {
    shown: ShownFigure;
    zoomed: boolean;
    onZoom: Props["onZoom"];
    thin: boolean;
    toggleThin: (axis: string) => void;
    hide: (id: string) => void;
  }) {
    const { figure, band, id, kind, panels } = shown;
    const simulated = kind === "trace" && panels[0].facet !== null;
    return (
      <LineFigureView
        figure={figure}
        band={band}
        zoomed={zoomed}
        onZoom={onZoom}
        headingLevel={2}
        className={clsx(simulated && "min-[1800px]:col-span-2")}
        menu={
          <>
            {simulated && (
              <MenuItem onSelect={() => toggleThin(panels[0].axis.key)}>
                {thin ? "Hide individuals" : "Show individuals"}
              </MenuItem>
            )}
            <MenuItem onSelect={() => hide(id)}>Hide this figure</MenuItem>
          </>
        }
      />
    );
  },
  // handlers act on the state of the moment they are called in; only what is drawn asks for a new drawing
  (a, b) => a.shown === b.shown && a.zoomed === b.zoomed && a.thin === b.thin && a.onZoom === b.onZoom,
);
