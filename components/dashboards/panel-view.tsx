"use client";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Cited } from "@/components/markdown/citations";
import type { Panel } from "@/contracts/dashboard";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import type { PanelData } from "@/contracts/dashboard-panel";
import { memo } from "react";
import { definitionOf } from "./panels/registry";

/** A panel by its kind: its data, what is the matter with its source, or the shape of what is on its way. */
export const PanelView = memo(function PanelView({
  lab,
  panel,
  bound,
  data,
  cited,
}: {
  lab: string;
  panel: Panel;
  bound: BoundPanel;
  data: PanelData | undefined;
  cited: Cited;
}) {
  const { content } = bound;
  const { View, words } = definitionOf(content.kind);
  if (content.kind !== "text" && data === undefined) return <Skeleton className="h-64 w-full" />;
  if (data?.kind === "problem")
    return (
      <>
        <h2 className="font-semibold">{panel.title || words(content as never)}</h2>
        <EmptyState title={data.what}>{data.next}</EmptyState>
      </>
    );
  // while other values are on their way, the data may still be of another kind
  if (data && data.kind !== content.kind) return <Skeleton className="h-64 w-full" />;
  return (
    <View
      lab={lab}
      panel={panel}
      bound={bound as never}
      data={(data ?? { kind: "text" }) as never}
      cited={cited}
    />
  );
});
