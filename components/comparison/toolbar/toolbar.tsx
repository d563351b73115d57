"use client";
import { bandNames, type Band } from "@/components/charts/band";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { bands } from "@/contracts/comparison";
import { useId, type ReactNode } from "react";
import { isShown, type PlannedFigure } from "../figures";
import type { PageState } from "../state";
import { FigureChooser } from "./figure-chooser";
import { TrialWindow } from "./trial-window";
import { WindowsDialog } from "./windows-dialog";

const blocks = [20, 50, 100] as const;
const facets = {
  arm: "per arm",
  model: "per model",
  none: "all in one",
} as const;

/** What all figures share: band, points, panels, individuals, window of the table, and which figures there are. */
export function Toolbar({
  state,
  push,
  planned,
}: {
  state: PageState;
  push: (edit: (state: PageState) => PageState) => void;
  planned: readonly PlannedFigure[];
}) {
  const individuals = useId();
  return (
    <div
      role="group"
      aria-label="How it is shown"
      className="z-20 mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-y border-line bg-paper py-2 lg:sticky lg:top-0"
    >
      <Labelled label="Band">
        {(id) => (
          <Select
            id={id}
            className="!w-auto"
            value={state.band}
            onChange={(event) => {
              const band = event.target.value as Band;
              push((now) => ({ ...now, band }));
            }}
          >
            {bands.map((band) => (
              <option key={band} value={band}>
                {bandNames[band]}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label="Points of">
        {(id) => (
          <Select
            id={id}
            className="!w-auto"
            value={state.block}
            onChange={(event) => {
              const block = blocks.find((one) => one === Number(event.target.value)) ?? 100;
              push((now) => ({ ...now, block }));
            }}
          >
            {blocks.map((block) => (
              <option key={block} value={block}>
                {block} trials
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label="Panels">
        {(id) => (
          <Select
            id={id}
            className="!w-auto"
            value={state.facet ?? "arm"}
            onChange={(event) => {
              const facet = event.target.value as keyof typeof facets;
              push((now) => ({ ...now, facet }));
            }}
          >
            {Object.entries(facets).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <div className="flex items-center gap-2">
        <Switch
          id={individuals}
          checked={state.individuals}
          onCheckedChange={(on) => push((now) => ({ ...now, individuals: on }))}
        />
        <label htmlFor={individuals} className="text-sm text-muted">
          Individuals
        </label>
      </div>
      <TrialWindow
        key={`${state.trials.from} ${state.trials.to}`}
        trials={state.trials}
        onChange={(trials) => push((now) => ({ ...now, trials }))}
      />
      <Labelled label="Responses">
        {(id) => (
          <Select
            id={id}
            className="!w-auto"
            value={state.relative ? "relative" : "own"}
            onChange={(event) => {
              const isRelative = event.target.value === "relative";
              push(({ relative: _, ...now }) =>
                isRelative ? { ...now, relative: true, panels: withResponses(now, planned) } : now,
              );
            }}
          >
            <option value="own">in units of their own</option>
            <option value="relative">relative to own control</option>
          </Select>
        )}
      </Labelled>
      <WindowsDialog state={state} push={push} />
      <FigureChooser state={state} push={push} planned={planned} />
    </div>
  );
}

/** What is divided is shown, too: whoever asks for it wants to see it. */
function withResponses({ panels }: PageState, planned: readonly PlannedFigure[]): string[] {
  const shown = planned.filter(
    ({ id }) => isShown(id, panels) || /^curve:(cue|reward)Response(:|$)/.test(id),
  );
  return [...new Set(shown.map(({ id }) => id))];
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
