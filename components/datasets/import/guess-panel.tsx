"use client";
import { TraceFigure } from "@/components/charts/trace/trace";
import type { Inspection } from "@/contracts/inspection";
import { useMemo } from "react";
import { preparePreview } from "./prepare-preview";
import { pictureOf } from "./signal-table";
import { WhatItHolds } from "./what-it-holds";

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What the file would become with the answers at hand: in numbers, and on a picture of each signal. */
export function GuessPanel({ inspection }: { inspection: Inspection }) {
  const { outcome, format, published, counts, subjects, trialTypes, events, remarks } = inspection;
  const figures = useMemo(
    () => inspection.previews.map((preview) => preparePreview(preview, inspection)),
    [inspection],
  );
  const groups = new Map<string, number>();
  for (const { group } of subjects) groups.set(group, (groups.get(group) ?? 0) + 1);
  const listed = [...groups].filter(([name]) => name).map(([name, n]) => `${name} ${n}`);
  return (
    <div className="flex min-w-0 flex-col gap-4" aria-live="polite">
      {outcome === "ready" && (
        <section aria-labelledby="becomes" className="flex flex-col gap-1">
          <h2 id="becomes" className="font-semibold">
            What it would become
          </h2>
          <p>
            {format}
            {published && ", a published file that Phasic knows"}: {many(counts.subjects, "subject")},{" "}
            {many(counts.sessions, "session")}, {many(counts.trials, "trial")},{" "}
            {many(counts.signals, "signal")}, {many(counts.measures, "number")} per trial.
          </p>
          {listed.length > 0 && (
            <p className="text-muted">
              Groups{subjects.length < counts.subjects ? ` of the first ${subjects.length} subjects` : ""}:{" "}
              {listed.join(", ")}
            </p>
          )}
          {trialTypes.length > 0 && (
            <p className="text-muted">
              Types of trial:{" "}
              {trialTypes.map(({ type, trials }) => `${type || "not named"} ${trials}`).join(", ")}
            </p>
          )}
          {events.length > 0 && (
            <p className="text-muted">
              Events:{" "}
              {events
                .map(
                  ({ type, meaning, events: n }) => `${type}${meaning === type ? "" : ` (${meaning})`} ${n}`,
                )
                .join(", ")}
            </p>
          )}
        </section>
      )}
      {figures.map(({ panels, look }) => (
        <div key={panels[0].key} id={pictureOf(panels[0].measure)} className="min-w-0 scroll-mt-4">
          <TraceFigure panels={panels} look={look} headingLevel={3} />
        </div>
      ))}
      {remarks.length > 0 && (
        <section aria-labelledby="met">
          <h2 id="met" className="font-medium">
            What the reader met
          </h2>
          <ul className="list-disc pl-4 text-muted">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </section>
      )}
      {inspection.contents && <WhatItHolds contents={inspection.contents} />}
    </div>
  );
}
