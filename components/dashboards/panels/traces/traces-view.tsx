"use client";
import type { PanelViewProps } from "../definition";
import { LinePanel } from "../lines";

export function TracesView({ lab, panel, bound, data }: PanelViewProps<"traces">) {
  return (
    <LinePanel
      lab={lab}
      panel={panel}
      data={data}
      bound={bound}
      missing={`No group of this panel has the signal “${bound.content.signal}”.`}
    />
  );
}
