"use client";
import { NumbersTable } from "@/components/comparison/numbers-table";
import { EmptyState } from "@/components/ui/empty-state";
import { useMemo } from "react";
import type { PanelViewProps } from "../definition";
import { PanelHead } from "../panel-head";
import { useGroupLook } from "../use-look";

export function TableView({ lab, panel, bound, data }: PanelViewProps<"table">) {
  const look = useGroupLook(data, bound);
  const { groups, rows, engineVersions, trials } = data;
  const view = useMemo(() => ({ groups, rows, engineVersions, panels: [] }), [groups, rows, engineVersions]);
  const state = useMemo(
    () => ({ trials, panels: [...new Set(rows.map(({ measure }) => `curve:${measure}`))] }),
    [trials, rows],
  );
  const simulated = groups.some(({ key, ref }) => ref.kind === "simulation" && !look.hidden.has(key));
  return (
    <>
      <PanelHead lab={lab} title={panel.title} comparison={data.comparison} />
      {simulated && rows.length > 0 ? (
        <NumbersTable view={view} look={look} state={state} headingLevel={panel.title ? 3 : 2} />
      ) : (
        <EmptyState title="No group of this table has a number of these measures." />
      )}
    </>
  );
}
